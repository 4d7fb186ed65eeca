extension String {
  /// With LF alone.
  var withLF: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// With CRLF, as cmd wants its files: with LF alone it can miss labels.
  var withCRLF: String {
    var bytes: [UInt8] = []
    for byte in withLF.utf8 {
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
