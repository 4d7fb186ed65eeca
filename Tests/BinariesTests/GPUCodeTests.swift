import Testing

@testable import Binaries

/// Fat binaries, made here as nvcc 13 makes them.
@Suite struct GPUCodeTests {
  private func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<(type(of: number).bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func image(kind: UInt16, head: UInt32 = 64, architecture: UInt32, flags: UInt32 = 0x11)
    -> [UInt8]
  {
    let code = [UInt8](repeating: 0x90, count: 40)
    var text = bytes(kind) + bytes(UInt16(0x101)) + bytes(head) + bytes(UInt64(code.count))
    text += bytes(UInt64(0)) + bytes(UInt32(0x10008)) + bytes(architecture) + bytes(UInt64(0))
    text += bytes(flags)
    return text + Array(repeating: 0, count: Int(head) - text.count) + code
  }

  private func fatBinary(_ images: [UInt8]...) -> [UInt8] {
    let body = images.reduce([], +)
    return bytes(UInt32(0xBA55_ED50)) + bytes(UInt16(1)) + bytes(UInt16(16))
      + bytes(UInt64(body.count)) + body
  }

  private func read(_ bytes: [UInt8]) throws -> [String] {
    try GPUCode.all(in: ByteView(bytes[...], format: .elf)).map(\.description)
  }

  @Test func severalFatBinariesWithPadding() throws {
    let section =
      fatBinary(image(kind: 2, architecture: 80), image(kind: 2, head: 96, architecture: 120))
      + [0, 0, 0, 0, 0, 0, 0, 0]
      + fatBinary(
        image(kind: 2, architecture: 90, flags: 0x0010_8011),
        image(kind: 1, head: 80, architecture: 90),
        image(kind: 2, architecture: 120, flags: 0x0120_0011))
    #expect(try read(section) == ["sm_80", "compute_90", "sm_90a", "sm_120", "sm_120f"])
  }

  @Test func aCutOneIsAnError() {
    let whole = fatBinary(image(kind: 2, architecture: 80), image(kind: 1, architecture: 90))
    for length in 17..<120 {
      #expect(throws: BinaryError.self) { try read(Array(whole.prefix(length))) }
    }
  }
}
