/// What stopped a build or a test, as its messages tell.
package enum FailureCause: Hashable, Sendable {
  case program(String)
  /// Which a variable such as CXX names.
  case namedCompiler(String, variable: String)
  case module(String)
  case header(String)
  /// As linkers say it: `ffi` of `-lffi`.
  case linkedLibrary(String)
  /// A file of CUDA's toolkit that is no program, header or library.
  case toolkitFile(String)
  case sharedLibrary(String)
  case pkgConfigModule(String)
  case network
  case outside(String)
  case processes
  case memory
  case disk
  case cudaPath(String)
  case backend(String)
  case wrongResult(String)
  case arrayABI(String)
}

extension FailureCause {
  /// The first cause that a log names. Each line is looked at by each reader, and what lines say earlier
  /// counts more: what follows is a consequence.
  package static func first(in log: LogText, variables: [String: String] = [:]) -> FailureCause? {
    for line in log.lines {
      if let cause = CauseReader(line, variables: variables).cause { return cause }
    }
    return nil
  }
}

/// Reads one line of a log.
struct CauseReader {
  let line: String
  let variables: [String: String]

  init(_ line: String, variables: [String: String]) {
    self.line = line
    self.variables = variables
  }

  var cause: FailureCause? {
    resource ?? network ?? outside ?? python ?? library ?? header ?? toolkitFile ?? program
      ?? kernel
  }

  private var resource: FailureCause? {
    if has("Resource temporarily unavailable"),
      has("fork") || has("pthread") || has("BlockingIO")
        || has("clone") || has("vfork") || has("[Errno 11]")
    {
      return .processes
    }
    if has("No space left on device") || has("File size limit exceeded") || has("File too large") {
      return .disk
    }
    for sign in [
      "virtual memory exhausted", "Cannot allocate memory", "MemoryError", "std::bad_alloc",
      "out of memory allocating", "xmalloc: cannot allocate", "memory exhausted",
    ] where has(sign) { return .memory }
    return nil
  }

  private var network: FailureCause? {
    for sign in [
      "Temporary failure in name resolution", "Could not resolve host", "Network is unreachable",
      "Name or service not known", "unable to resolve host address",
      "Failed to establish a new connection", "Could not resolve proxy",
    ] where has(sign) { return .network }
    return nil
  }

  private var outside: FailureCause? {
    for sign in ["Read-only file system", "Permission denied"] where has(sign) {
      // cp: cannot create regular file '/usr/local/bin/x': Read-only file system
      guard let path = quoted().first(where: { $0.hasPrefix("/") }) ?? barePath() else { continue }
      return .outside(path)
    }
    return nil
  }

  private var python: FailureCause? {
    if let name = after("No module named ") {
      return .module(String(name.split(separator: ".")[0]))
    }
    // pip: the build backend of pyproject.toml.
    if has("Cannot import '"), let name = after("Cannot import ") {
      return .module(String(name.split(separator: ".")[0]))
    }
    if has("compiled using NumPy 1.x cannot be run in")
      || has("numpy.core.multiarray failed to import") || has("numpy.dtype size changed")
      || has("module was compiled against NumPy C-API version")
      || has("has no attribute 'ptp'")
    {
      return .arrayABI(line)
    }
    if has("PackageNotFoundError:"), let name = word(after: "PackageNotFoundError: ") {
      return has("No package metadata") ? .module(quoted().last ?? name) : .pkgConfigModule(name)
    }
    return nil
  }

  private var library: FailureCause? {
    if has("cannot open shared object file") {
      for word in line.split(whereSeparator: { " :".contains($0) }) where word.contains(".so") {
        return .sharedLibrary(String(word.split(separator: "/").last ?? word))
      }
    }
    if let name = word(after: "cannot find -l") {
      return .linkedLibrary(String(name.prefix { $0 != ":" }))
    }
    if has("No package '"), has("found"), let name = quoted().first {
      return .pkgConfigModule(name)
    }
    if has("was not found in the pkg-config search path"), let name = word(after: "Package ") {
      return .pkgConfigModule(name)
    }
    return nil
  }

  private var header: FailureCause? {
    // x.cc:10:10: fatal error: ffi.h: No such file or directory
    guard has("No such file or directory"), !has("cannot execute"),
      let name = word(after: "fatal error: ")
    else { return nil }
    return .header(String(name.prefix { $0 != ":" }))
  }

  private var toolkitFile: FailureCause? {
    // clang: cannot find libdevice for sm_90; Numba: Missing libdevice file; XLA: libdevice not found
    // at ./libdevice.10.bc; cp: cannot stat '…/nvvm/libdevice/libdevice.10.bc': No such file or directory
    let signs = ["cannot find libdevice", "Missing libdevice", "libdevice not found"]
    guard
      signs.contains(where: { has($0) })
        || has("libdevice.10.bc") && (has("No such file") || has("not found"))
    else { return nil }
    return .toolkitFile("libdevice.10.bc")
  }

  private var program: FailureCause? {
    let unset = ["not set", "did not name", "there is no program", "unbound variable"]
    if has("CUDA_PATH"), unset.contains(where: { has($0) }) { return .cudaPath(line) }
    if has("NVCC failed") || has("/bin/nvcc: not found") || has("nvcc: No such file") {
      return .cudaPath(line)
    }
    if has("cuda.h isn't in host") { return .cudaPath(line) }
    // g++: fatal error: cannot execute ‘as’: execvp: …; collect2: fatal error: cannot find 'ld'
    if has("fatal error"), has("cannot execute") || has("cannot find"), let name = quoted().first {
      return .program(name)
    }
    // nvcc asks it for its properties before all else.
    if has("Failed to preprocess host compiler properties") { return .program("g++") }
    if has("pkg-config probably not installed") { return .program("pkg-config") }
    // bash: make: command not found; /bin/sh: 1: g++: not found; make: g++: No such file or directory
    for ending in [": command not found", ": not found", ": No such file or directory"]
    where line.hasSuffix(ending) {
      let parts = line.dropLast(ending.count).split(separator: ":")
      guard let last = parts.last?.drop(while: { $0 == " " }), !last.contains(" "), !last.isEmpty
      else { continue }
      if ending.hasPrefix(": No such") {
        guard let first = parts.first,
          first.hasPrefix("make") || first.hasSuffix("env")
            || first.contains("sh"), !last.contains("/") || last.hasPrefix("/"),
          !last.contains("***")
        else { continue }
        if last.hasPrefix("*") { continue }
      }
      return named(String(last))
    }
    // FileNotFoundError: [Errno 2] No such file or directory: 'make'
    if has("FileNotFoundError: [Errno 2] No such file or directory: '"), let name = quoted().last,
      !name.contains("/") || name.contains("/bin/"), !name.contains(".")
    {
      return named(name)
    }
    if has("env: '") || has("env: ‘"), has("No such file or directory"), let name = quoted().first {
      return named(name)
    }
    if has("error: command '"), has("failed: No such file"), let name = quoted().first {
      return named(name)
    }
    return nil
  }

  private var kernel: FailureCause? {
    if line.hasPrefix("FAILED: ") {
      if has("spike") || has("ends as") { return .wrongResult(String(line.dropFirst(8))) }
      if has("backend") { return .backend(String(line.dropFirst(8))) }
    }
    if line.hasPrefix("AssertionError: "), has("spike") { return .wrongResult(line) }
    if has("KeyError: 'single_threaded_cpu'") || has("assert len(backend_modules)") {
      return .backend(line)
    }
    return nil
  }

  /// A program that a variable names is that variable's fault.
  private func named(_ text: String) -> FailureCause {
    let program = String(text.filter { !"'‘’\"".contains($0) })
    for name in ["CXX", "CC", "FC", "NVCC_CCBIN"] {
      guard let value = variables[name],
        value.split(separator: " ").first.map(String.init) == program
      else { continue }
      if ["g++", "gcc", "gfortran"].contains(program) { break }
      return .namedCompiler(program, variable: name)
    }
    if program.contains("-conda-linux-gnu-") { return .namedCompiler(program, variable: "CXX") }
    return .program(String(program.split(separator: "/").last ?? ""))
  }

  private func has(_ text: String) -> Bool { line.contains(text) }

  private func word(after text: String) -> String? {
    guard let range = line.firstRange(of: text) else { return nil }
    let word = line[range.upperBound...].prefix { !" ,;'\"".contains($0) }
    return word.isEmpty ? nil : String(word)
  }

  /// What stands in quotes behind a text.
  private func after(_ text: String) -> String? {
    guard let range = line.firstRange(of: text) else { return nil }
    let rest = line[range.upperBound...].drop { "'\"".contains($0) }
    let word = rest.prefix { !"'\";, ".contains($0) }
    return word.isEmpty ? nil : String(word)
  }

  /// Everything in quotes, of the typewriter and the typographic kind.
  private func quoted() -> [String] {
    var found: [String] = []
    var current: String?
    for character in line {
      if "'‘’\"".contains(character) {
        if let text = current {
          found.append(text)
          current = nil
        } else {
          current = ""
        }
      } else {
        current?.append(character)
      }
    }
    return found.filter { !$0.isEmpty }
  }

  private func barePath() -> String? {
    line.split(whereSeparator: { " :".contains($0) }).first { $0.hasPrefix("/") }.map(String.init)
  }
}
