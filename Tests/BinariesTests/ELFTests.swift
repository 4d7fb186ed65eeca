import Testing

@testable import Binaries

/// Libraries of Linux, as the linker makes them.
@Suite(.enabled(if: Toolchain.isThere, "LLVM's linkers are missing: install lld"))
struct ELFTests {
  private static let code = """
    extern int other(int);
    extern int perhaps(int) __attribute__((weak));
    static int hidden(int x) { return x + 1; }
    int answer(int x) { return perhaps ? perhaps(hidden(x)) : other(hidden(x)); }
    int data = 42;
    """

  /// Links `libanswer.so` against `libother.so`, and reads it.
  private func library(
    for target: String = "x86_64-linux-gnu", _ options: String...
  ) throws -> Binary {
    try Toolchain.use { tools in
      try tools.compile("int other(int x) { return x; }", for: target, to: "other")
      try tools.write("V_1.2 { other; };", to: "other.map")
      try tools.run(
        "ld.lld", "-shared", "-soname", "libother.so.1", "--version-script", "other.map",
        "other.o", "-o", "libother.so")
      try tools.compile(Self.code, for: target)
      try tools.link("ld.lld", ["-shared", "a.o", "libother.so", "-o", "a.so"] + options)
      let all = try Binary.all(in: tools.bytes("a.so"))
      #expect(all.count == 1)
      return try #require(all.first)
    }
  }

  @Test(arguments: ["both", "sysv", "gnu"])
  func aLibraryOfLinux(hashes: String) throws {
    let binary = try library(
      for: "x86_64-linux-gnu", "-soname", "libanswer.so.3", "-rpath", "$ORIGIN:$ORIGIN/../lib",
      "--hash-style=\(hashes)")
    #expect(binary.format == .elf && binary.kind == .library && binary.architecture == .x86_64)
    #expect(binary.name == "libanswer.so.3")
    #expect(
      binary.needed == [NeededLibrary(name: "libother.so.1", symbolVersions: ["V_1.2"])])
    #expect(
      binary.searchPaths == [
        SearchPath(path: "$ORIGIN", kind: .runpath),
        SearchPath(path: "$ORIGIN/../lib", kind: .runpath),
      ])
    #expect(binary.exports == ["answer", "data"])
    #expect(
      binary.imports.sorted { $0.name < $1.name } == [
        ImportedSymbol(name: "other", library: "libother.so.1"),
        ImportedSymbol(name: "perhaps", isWeak: true),
      ])
    #expect(binary.interpreter == nil && binary.gpuCode.isEmpty)
  }

  @Test func rpathsOfTheOldKind() throws {
    let binary = try library(
      for: "x86_64-linux-gnu", "-rpath", "/opt/lib", "--disable-new-dtags")
    #expect(binary.searchPaths == [SearchPath(path: "/opt/lib", kind: .rpath)])
    #expect(binary.name == nil)
  }

  @Test(arguments: [
    ("aarch64-linux-gnu", Architecture.aarch64), ("i686-linux-gnu", .x86),
    ("armv7-linux-gnueabihf", .arm), ("powerpc64le-linux-gnu", .ppc64le),
    ("powerpc64-linux-gnu", .ppc64), ("riscv64-linux-gnu", .riscv64),
  ])
  func otherProcessors(target: String, architecture: Architecture) throws {
    let binary = try library(for: target, "-soname", "a")
    #expect(binary.architecture == architecture)
    #expect(binary.needed.map(\.name) == ["libother.so.1"])
    #expect(binary.exports.isSuperset(of: ["answer", "data"]))
    #expect(binary.imports.contains { $0.name == "other" && $0.library == "libother.so.1" })
  }

  @Test func executablesAndObjects() throws {
    try Toolchain.use { tools in
      try tools.compile("void _start(void) {}", for: "x86_64-linux-gnu")
      try tools.run("ld.lld", "a.o", "-o", "static")
      try tools.run(
        "ld.lld", "-pie", "-dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "a.o", "-o", "pie")
      let kinds = try ["a.o", "static", "pie"].flatMap { try Binary.all(in: tools.bytes($0)) }
      #expect(kinds.map(\.kind) == [.object, .executable, .executable])
      #expect(kinds[2].interpreter == "/lib64/ld-linux-x86-64.so.2")
    }
  }
}
