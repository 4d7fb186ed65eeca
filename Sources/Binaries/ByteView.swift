/// Bytes of a file, read with a check of every bound: the files are anybody's.
struct ByteView {
  let bytes: ArraySlice<UInt8>
  let format: Binary.Format
  let isBigEndian: Bool

  init(_ bytes: ArraySlice<UInt8>, format: Binary.Format, isBigEndian: Bool = false) {
    self.bytes = bytes
    self.format = format
    self.isBigEndian = isBigEndian
  }

  var count: Int { bytes.count }

  func error(_ message: String, at offset: Int) -> BinaryError {
    BinaryError(format: format, offset: bytes.startIndex &+ offset, message: message)
  }

  private func bounds(_ offset: Int, _ length: Int) throws(BinaryError) -> Range<Int> {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
      throw error("the file ends before \(length) bytes that it speaks of", at: offset)
    }
    let start = bytes.startIndex + offset
    return start..<start + length
  }

  func integer<Number: FixedWidthInteger>(_: Number.Type, at offset: Int) throws(BinaryError)
    -> Number
  {
    var number = Number.zero
    for byte in bytes[try bounds(offset, Number.bitWidth / 8)] {
      number = number << 8 | Number(truncatingIfNeeded: byte)
    }
    return isBigEndian ? number : number.byteSwapped
  }

  func byte(at offset: Int) throws(BinaryError) -> UInt8 { bytes[try bounds(offset, 1).lowerBound] }

  /// A 16- or 32-bit number as an offset or a count.
  func half(at offset: Int) throws(BinaryError) -> Int {
    Int(try integer(UInt16.self, at: offset))
  }

  func word(at offset: Int) throws(BinaryError) -> Int { Int(try integer(UInt32.self, at: offset)) }

  /// A number of 64 bits, or of 32 in a narrow file, as an offset or a count.
  ///
  /// Larger ones than memory has addresses are cut, so that a sum of some never overflows.
  func address(at offset: Int, isWide: Bool) throws(BinaryError) -> Int {
    guard isWide else { return try word(at: offset) }
    return Int(min(try integer(UInt64.self, at: offset), 1 << 56))
  }

  /// The text up to a zero byte.
  func text(at offset: Int) throws(BinaryError) -> String {
    // The longest symbols of C++ are some thousand letters long.
    let rest = bytes[try bounds(offset, 0).lowerBound...].prefix(1 << 16)
    guard let end = rest.firstIndex(of: 0) else { throw error("a text has no end", at: offset) }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  func part(_ offset: Int, _ length: Int) throws(BinaryError) -> ByteView {
    ByteView(bytes[try bounds(offset, length)], format: format, isBigEndian: isBigEndian)
  }

  func starts(with prefix: some Collection<UInt8>, at offset: Int = 0) -> Bool {
    guard offset >= 0, offset <= count else { return false }
    return bytes[(bytes.startIndex + offset)...].starts(with: prefix)
  }
}
