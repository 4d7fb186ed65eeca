import Testing

@testable import Binaries

/// The files of a package are anybody's: each ends in a value or an error, in no time.
@Suite struct BrokenBinaryTests {
  @Test func otherFilesAreNone() throws {
    for text in ["", "\u{7F}", "MZ", "#!/bin/sh\n", "import os\n"] {
      #expect(try Binary.all(in: Array(text.utf8)).isEmpty)
    }
  }

  @Test func aCutFileSaysWhere() {
    let error = #expect(throws: BinaryError.self) {
      try Binary.all(in: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0])
    }
    #expect(
      error?.description == "ELF, byte 32: the file ends before 8 bytes that it speaks of")
  }

  @Test(.enabled(if: Toolchain.isThere, "LLVM's linkers are missing: install lld"))
  func brokenFilesEndInErrors() throws {
    let code = "extern int f(int); int g(int x) { return f(x); }"
    let files = try Toolchain.use { tools in
      try tools.compile(code, for: "x86_64-linux-gnu", to: "linux")
      try tools.run("ld.lld", "-shared", "linux.o", "-rpath", "$ORIGIN", "-o", "a.so")
      try tools.compile(code, for: "arm64-apple-macos11", to: "macos")
      try tools.run(
        "ld64.lld", "-dylib", "-arch", "arm64", "-platform_version", "macos", "11.0", "14.0",
        "-undefined", "dynamic_lookup", "macos.o", "-o", "a.dylib")
      try tools.compile(
        "__declspec(dllexport) int g(int x) { return x; }", for: "x86_64-pc-windows-msvc",
        to: "windows")
      try tools.run("lld-link", "/dll", "/noentry", "windows.o", "/out:a.dll")
      return try ["a.so", "a.dylib", "a.dll"].map(tools.bytes)
    }
    var random = SplitMix(state: 7)
    let clock = ContinuousClock()
    for file in files {
      for length in 0..<min(file.count, 2000) {
        _ = try? Binary.all(in: Array(file.prefix(length)))
      }
      for _ in 0..<3000 {
        var broken = file
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          // Most of what is read lies at the beginning and the end.
          let span = Bool.random(using: &random) ? min(file.count, 1024) : file.count
          broken[Int.random(in: 0..<span, using: &random)] =
            Bool.random(using: &random) ? 0xFF : UInt8.random(in: 0...255, using: &random)
        }
        let time = clock.measure { _ = try? Binary.all(in: broken) }
        #expect(time < .seconds(20))
      }
    }
  }
}

/// Steele, Lea and Flood's generator: the same broken files every time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
