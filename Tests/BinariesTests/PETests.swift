import Testing

@testable import Binaries

/// Libraries of Windows, as the linker makes them.
@Suite(.enabled(if: Toolchain.isThere, "LLVM's linkers are missing: install lld"))
struct PETests {
  private static let code = """
    __declspec(dllimport) int other(int);
    __declspec(dllimport) int later(int);
    void *__delayLoadHelper2(const void *a, void *b) { return 0; }
    int _tls_index;
    __declspec(dllexport) int answer(int x) { return other(x) + later(x); }
    """

  @Test(arguments: [
    ("x86_64-pc-windows-msvc", Architecture.x86_64), ("aarch64-pc-windows-msvc", .aarch64),
    ("i686-pc-windows-msvc", .x86),
  ])
  func aLibraryOfWindows(target: String, architecture: Architecture) throws {
    try Toolchain.use { tools in
      for name in ["other", "later"] {
        try tools.compile(
          "__declspec(dllexport) int \(name)(int x) { return x; }", for: target, to: name)
        try tools.run(
          "lld-link", "/dll", "/noentry", "/safeseh:no", "\(name).o", "/out:\(name).dll")
      }
      try tools.compile(
        architecture == .x86
          ? Self.code.replacing("__delayLoadHelper2(", with: "__stdcall __delayLoadHelper2(")
          : Self.code, for: target)
      try tools.run(
        "lld-link", "/dll", "/noentry", "/safeseh:no", "a.o", "other.lib", "later.lib",
        "/delayload:later.dll", "/out:answer.dll")
      let all = try Binary.all(in: tools.bytes("answer.dll"))
      #expect(all.count == 1)
      let binary = try #require(all.first)
      #expect(binary.format == .pe && binary.kind == .library)
      #expect(binary.architecture == architecture)
      #expect(binary.name == "answer.dll")
      #expect(
        binary.needed == [
          NeededLibrary(name: "other.dll"),
          NeededLibrary(name: "later.dll", loading: .atFirstUse),
        ])
      #expect(
        binary.imports == [
          ImportedSymbol(name: "other", library: "other.dll"),
          ImportedSymbol(name: "later", library: "later.dll"),
        ])
      #expect(binary.exports == ["answer"])
    }
  }

  @Test func aProgramOfDOSIsNone() throws {
    var file = [UInt8](repeating: 0, count: 128)
    (file[0], file[1]) = (0x4D, 0x5A)
    #expect(try Binary.all(in: file).isEmpty)
  }
}
