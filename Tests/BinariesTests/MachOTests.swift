import Testing

@testable import Binaries

/// Libraries of macOS, as the linker makes them.
@Suite(.enabled(if: Toolchain.isThere, "LLVM's linkers are missing: install lld"))
struct MachOTests {
  private static let code = """
    extern int other(int);
    extern int perhaps(int) __attribute__((weak_import));
    int answer(int x) { return perhaps ? perhaps(x) : other(x); }
    """

  private func link(
    _ tools: Toolchain, _ architecture: String, _ name: String, _ options: [String]
  ) throws {
    try tools.link(
      "ld64.lld",
      [
        "-arch", architecture, "-platform_version", "macos", "11.3", "14.0", "-undefined",
        "dynamic_lookup", "-o", name,
      ] + options)
  }

  private func library(_ tools: Toolchain, _ architecture: String) throws -> [UInt8] {
    let target = "\(architecture)-apple-macos11.3"
    try tools.compile("int other(int x) { return x; }", for: target, to: "other")
    try link(
      tools, architecture, "libother.dylib",
      ["-dylib", "-install_name", "@rpath/libother.1.dylib", "other.o"])
    try tools.compile(Self.code, for: target)
    try link(
      tools, architecture, "libanswer.dylib",
      [
        "-dylib", "-install_name", "@rpath/libanswer.dylib", "-rpath", "@loader_path/",
        "-rpath", "@loader_path/../lib", "a.o", "libother.dylib",
      ])
    return try tools.bytes("libanswer.dylib")
  }

  @Test(arguments: [("arm64", Architecture.aarch64), ("x86_64", .x86_64)])
  func aLibraryOfMacOS(name: String, architecture: Architecture) throws {
    try Toolchain.use { tools in
      let all = try Binary.all(in: library(tools, name))
      #expect(all.count == 1)
      let binary = try #require(all.first)
      #expect(binary.format == .machO && binary.kind == .library)
      #expect(binary.architecture == architecture)
      #expect(binary.name == "@rpath/libanswer.dylib")
      #expect(binary.needed == [NeededLibrary(name: "@rpath/libother.1.dylib")])
      #expect(binary.searchPaths.map(\.path) == ["@loader_path/", "@loader_path/../lib"])
      #expect(binary.minimumSystem == "11.3")
      #expect(binary.exports == ["_answer"])
      #expect(
        binary.imports.filter { !$0.name.hasPrefix("dyld_") }.sorted { $0.name < $1.name } == [
          ImportedSymbol(name: "_other", library: "@rpath/libother.1.dylib"),
          ImportedSymbol(name: "_perhaps", isWeak: true),
        ])
    }
  }

  @Test func librariesThatMayBeAbsent() throws {
    try Toolchain.use { tools in
      _ = try library(tools, "arm64")
      try link(
        tools, "arm64", "weak.bundle", ["-bundle", "a.o", "-weak_library", "libother.dylib"])
      let binary = try #require(try Binary.all(in: tools.bytes("weak.bundle")).first)
      #expect(
        binary.needed == [NeededLibrary(name: "@rpath/libother.1.dylib", loading: .ifPresent)])
      #expect(binary.kind == .library && binary.name == nil)
    }
  }

  @Test func aUniversalLibraryHasSeveral() throws {
    let thin = try Toolchain.use { tools in
      [try library(tools, "x86_64"), try library(tools, "arm64")]
    }
    var file = bigEndian(0xCAFE_BABE) + bigEndian(2)
    var bodies: [UInt8] = []
    for (binary, processor) in zip(thin, [0x0100_0007, 0x0100_000C] as [UInt32]) {
      file += bigEndian(processor) + bigEndian(0)
      file += bigEndian(UInt32(48 + bodies.count)) + bigEndian(UInt32(binary.count)) + bigEndian(0)
      bodies += binary
    }
    let all = try Binary.all(in: file + bodies)
    #expect(all.map(\.architecture) == [.x86_64, .aarch64])
    #expect(all.allSatisfy { $0.exports == ["_answer"] })
  }

  @Test func aClassOfJavaIsNoUniversalLibrary() throws {
    #expect(try Binary.all(in: bigEndian(0xCAFE_BABE) + bigEndian(61) + [0, 0, 0, 0]).isEmpty)
  }

  private func bigEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
}
