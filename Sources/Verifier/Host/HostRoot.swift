import Diagnostics
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file system's root in which only the files of chosen Debian packages are.
///
/// It is a tree of links to the machine's own files, which a sandbox shows below ``mount``.
package struct HostRoot: Hashable, Sendable {
  /// Where the machine's files are inside of a sandbox.
  package static let mount = "/.host"

  /// The folder of `usr` and `etc`.
  package var path: String
  package var packages: [String]

  package var programs: String { path + "/usr/bin" }

  /// What every environment of conda's has by its own system.
  static let base = [
    "bash", "coreutils", "dash", "diffutils", "findutils", "grep", "gzip", "hostname", "libc-bin",
    "mawk", "gawk", "sed", "tar", "util-linux",
  ]

  /// Makes the root, or finds the one that was made of the same packages.
  ///
  /// - Parameter withheld: paths that stay out, such as `usr/bin/as`: what a broken machine lacks.
  static func make(
    of names: [String], from debian: DebianPackages, in cache: String, isolation: Isolation,
    withheld: Set<String> = []
  ) async throws(Diagnostic) -> HostRoot {
    let packages = debian.closure(of: base + names)
    let content =
      "3\n\(isolation.isComplete)\n" + debian.fingerprint(of: packages) + "\n"
      + withheld.sorted().joined(separator: "\n")
    let path = "\(cache)/roots/\(Fingerprint.of(content))"
    let root = HostRoot(path: path, packages: packages)
    if DiskEntry(path + "/complete").kind == .file { return root }
    // Several verifications may make the same root at one time; the first one's counts.
    let building = "\(path).new-\(UInt64.random(in: .min ... .max))"
    let files = try await debian.files(of: packages)
    var builder = RootBuilder(
      path: building, mount: isolation.isComplete ? mount : "", withheld: withheld)
    for file in files { builder.add(file) }
    builder.addAlternatives()
    do throws(DiskFile.Failure) {
      try builder.finish()
      try DiskFile(building + "/complete").write(content)
    } catch {
      throw .rootNotMade(error.description)
    }
    if rename(building, path) == 0 { return root }
    FolderTree(building).remove()
    guard DiskEntry(path + "/complete").kind == .file else {
      throw .rootNotMade("can't rename \(building)")
    }
    return root
  }
}

/// A root while it is filled.
private struct RootBuilder {
  let path: String
  let mount: String
  let withheld: Set<String>
  private var folders: Set<String> = []
  private var failure: DiskFile.Failure?

  init(path: String, mount: String, withheld: Set<String>) {
    (self.path, self.mount, self.withheld) = (path, mount, withheld)
  }

  private static let uninteresting = [
    "usr/share/doc/", "usr/share/man/", "usr/share/locale/", "usr/share/info/",
    "usr/share/lintian/",
  ]

  mutating func add(_ file: String) {
    var name = String(file.dropFirst())
    // Debian's own lists still have /bin, which is a link to /usr/bin.
    if ["bin/", "sbin/", "lib/", "lib64/"].contains(where: { name.hasPrefix($0) }) {
      name = "usr/" + name
    }
    guard name.hasPrefix("usr/"), !withheld.contains(name),
      !Self.uninteresting.contains(where: { name.hasPrefix($0) })
    else { return }
    let entry = DiskEntry("/" + name, followsLinks: false)
    if let target = entry.linkTarget {
      place(name) { symlink(target, $0) }
    } else if entry.kind == .file {
      if Self.isCompilerDriver(name) {
        // It looks for its parts beside its real path, which a link would lead away from here.
        place(name) { Self.copy("/" + name, to: $0) }
      } else {
        let target = mount + "/" + name
        place(name) { symlink(target, $0) }
      }
    }
  }

  /// Names that Debian makes while it installs.
  mutating func addAlternatives() {
    for (name, candidates) in [
      ("awk", ["gawk", "mawk"]), ("cc", ["gcc"]), ("c++", ["g++"]),
      ("which", ["which.debianutils"]),
      ("ninja", ["ninja"]),
    ] {
      let programs = path + "/usr/bin/"
      guard DiskEntry(programs + name, followsLinks: false).kind == .absent,
        let found = candidates.first(where: {
          DiskEntry(programs + $0, followsLinks: false).kind != .absent
        })
      else { continue }
      place("usr/bin/" + name) { symlink(found, $0) }
    }
  }

  mutating func finish() throws(DiskFile.Failure) {
    if let failure { throw failure }
    // The local folders are there so that writing to them says what is wrong.
    let local = ["bin", "lib", "include", "share"].map { "usr/local/\($0)" }
    for folder in ["usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "etc"] + local {
      try FolderTree("\(path)/\(folder)").make()
    }
    try DiskFile(path + "/etc/passwd").write(
      "root:x:0:0:root:/:/bin/sh\nbuilder:x:1000:1000:builder:/:/bin/sh\n"
        + "builder2:x:61180:61180:builder:/:/bin/sh\n")
    try DiskFile(path + "/etc/group").write("root:x:0:\nbuilder:x:1000:\nbuilder2:x:61180:\n")
    try DiskFile(path + "/etc/hosts").write("127.0.0.1 localhost\n::1 localhost\n")
    try DiskFile(path + "/etc/nsswitch.conf").write(
      "passwd: files\ngroup: files\nhosts: files dns\n")
  }

  private mutating func place(_ name: String, by make: (String) -> Int32) {
    let file = "\(path)/\(name)"
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    if folders.insert(folder).inserted {
      do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch { failure = error }
    }
    if make(file) != 0, errno != EEXIST, failure == nil {
      failure = DiskFile.Failure(operation: "make", path: file, code: errno)
    }
  }

  private static func isCompilerDriver(_ name: String) -> Bool {
    guard name.hasPrefix("usr/bin/") else { return false }
    return ["gcc-", "g++-", "cpp-", "gfortran-", "c++-"].contains { name.contains($0) }
      && !name.contains("gcc-ar") && !name.contains("gcc-nm") && !name.contains("gcc-ranlib")
  }

  private static func copy(_ source: String, to file: String) -> Int32 {
    guard let bytes = try? DiskFile(source).bytes() else { return -1 }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o755)
    guard descriptor >= 0 else { return -1 }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return -1 }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

extension Diagnostic {
  fileprivate static func rootNotMade(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the host environment's root could not be made: \(reason)",
      remedy: "make space, or name another folder with --work")
  }
}
