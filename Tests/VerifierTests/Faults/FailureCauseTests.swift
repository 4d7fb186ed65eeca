import Testing

@testable import Verifier

/// What GeNN, its tools and Python say when something is missing, and what is made of it.
struct FailureCauseTests {
  private func cause(_ lines: String, _ variables: [String: String] = [:]) -> FailureCause? {
    FailureCause.first(in: LogText(text: lines), variables: variables)
  }

  @Test(arguments: [
    ("FileNotFoundError: [Errno 2] No such file or directory: 'make'", "make"),
    ("make[1]: g++: No such file or directory", "g++"),
    ("/bin/sh: 1: g++: not found", "g++"),
    ("build.sh: line 3: cmake: command not found", "cmake"),
    ("env: ‘python’: No such file or directory", "python"),
    ("OSError: pkg-config probably not installed: FileNotFoundError(2, …)", "pkg-config"),
    ("g++: fatal error: cannot execute ‘as’: execvp: No such file or directory", "as"),
    ("collect2: fatal error: cannot find 'ld'", "ld"),
    ("sh: 1: ptxas: not found", "ptxas"),
    ("nvcc fatal   : Failed to preprocess host compiler properties.", "g++"),
    ("sh: 1: /opt/cuda/nvvm/bin/cicc: not found", "cicc"),
    ("sh: 1: fatbinary: not found", "fatbinary"),
    ("error: command 'gcc' failed: No such file or directory", "gcc"),
  ]) func missingProgram(line: String, program: String) {
    #expect(cause(line) == .program(program))
  }

  @Test(arguments: [
    ("ModuleNotFoundError: No module named 'psutil'", "psutil"),
    ("ModuleNotFoundError: No module named 'numpy.core'", "numpy"),
    (
      "pip._vendor.pyproject_hooks.BackendUnavailable: Cannot import 'setuptools.build_meta'",
      "setuptools"
    ),
    ("/env/bin/python: No module named pip", "pip"),
  ]) func missingModule(line: String, module: String) {
    #expect(cause(line) == .module(module))
  }

  @Test func missingFiles() {
    #expect(
      cause("src/a.cc:3:10: fatal error: ffi.h: No such file or directory") == .header("ffi.h"))
    #expect(
      cause("definitions.h:13:10: fatal error: curand_kernel.h: No such file or directory")
        == .header("curand_kernel.h"))
    #expect(
      cause("/usr/bin/ld: cannot find -lcudart_static: No such file or directory")
        == .linkedLibrary("cudart_static"))
    #expect(
      cause(
        "ImportError: libgenn_dynamic.so: cannot open shared object file: No such file or directory"
      )
        == .sharedLibrary("libgenn_dynamic.so"))
    #expect(
      cause("pkgconfig.pkgconfig.PackageNotFoundError: libffi not found")
        == .pkgConfigModule("libffi"))
    #expect(
      cause("Package libffi was not found in the pkg-config search path.")
        == .pkgConfigModule("libffi"))
  }

  @Test func compilerOfAnotherPlace() {
    let line = "make: x86_64-conda-linux-gnu-c++: No such file or directory"
    #expect(cause(line) == .namedCompiler("x86_64-conda-linux-gnu-c++", variable: "CXX"))
    #expect(
      cause("make: clang-99: No such file or directory", ["CC": "clang-99 -m64"])
        == .namedCompiler("clang-99", variable: "CC"))
  }

  @Test func toolkit() {
    for line in [
      "RuntimeError: CUDA_PATH environment variable not set. Please ensure …",
      "/nonexistent/bin/nvcc: not found",
      "terminate called: what():  optimizeBlockSize: NVCC failed",
      "the CUDA backend was not built: CUDA_PATH did not name a toolkit",
      "/env/bin/tiny: line 4: CUDA_PATH: unbound variable",
    ] {
      #expect(cause(line) == .cudaPath(line))
    }
    for line in [
      "cp: cannot stat '/env/nvvm/libdevice/libdevice.10.bc': No such file or directory",
      "clang: error: cannot find libdevice for sm_90; provide path to different CUDA installation",
      "NvvmSupportError: Missing libdevice file. Please ensure you have a CUDA Toolkit",
      "libdevice not found at ./libdevice.10.bc",
    ] {
      #expect(cause(line) == .toolkitFile("libdevice.10.bc"), "\(line)")
    }
    #expect(cause("linking with /env/nvvm/libdevice/libdevice.10.bc") == nil)
  }

  @Test func limits() {
    #expect(cause("bash: fork: retry: Resource temporarily unavailable") == .processes)
    #expect(cause("cc1plus: out of memory allocating 65536 bytes") == .memory)
    #expect(cause("cp: error writing 'x': No space left on device") == .disk)
    #expect(cause("curl: (6) Could not resolve host: example.org") == .network)
    #expect(
      cause("cp: cannot create regular file '/usr/local/x': Read-only file system")
        == .outside("/usr/local/x"))
  }

  @Test func results() {
    let line = "FAILED: a, float: neuron 3: only GeNN's has a spike in step 7"
    #expect(cause(line) == .wrongResult(String(line.dropFirst(8))))
    let missing = "KeyError: 'single_threaded_cpu'"
    #expect(cause(missing) == .backend(missing))
    let old = "A module that was compiled using NumPy 1.x cannot be run in NumPy 2.0"
    #expect(cause(old) == .arrayABI(old))
  }

  /// The first line counts: what follows is a consequence.
  @Test func firstCauseCounts() {
    let log = """
      make[1]: g++: No such file or directory
      make[1]: *** [Makefile:50: binomial.o] Error 127
      ModuleNotFoundError: No module named 'later'
      """
    #expect(cause(log) == .program("g++"))
  }

  @Test(arguments: [
    "all is well", "make: *** [Makefile:3: x] Error 1", "make: Nothing to be done for 'all'.",
    "cp: cannot stat 'a.txt': No such file or directory", "",
  ]) func nothingIsInvented(line: String) {
    #expect(cause(line) == nil)
  }

  @Test func skippedTests() {
    func sign(_ text: String) -> String? { SkippedTests.sign(in: LogText(text: text)) }
    #expect(sign("not run: no device (none)") != nil)
    #expect(sign("===== 3 skipped in 0.1s =====") != nil)
    #expect(sign("Ran 2 tests in 0.0s\n\nOK (skipped=2)") != nil)
    #expect(sign("Ran 3 tests in 0.0s\n\nOK (skipped=2)") == nil)
    #expect(sign("== 4 passed, 3 skipped in 0.1s ==") == nil)
    #expect(sign("ok: izhikevich: 21 spikes") == nil)
  }
}
