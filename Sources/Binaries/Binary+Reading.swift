extension Binary {
  /// The binaries in a file: none if it is something else, several if it is universal (Mach-O).
  package static func all(in bytes: [UInt8]) throws(BinaryError) -> [Binary] {
    if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return [try ELFReader.read(bytes[...])] }
    if bytes.starts(with: [0x4D, 0x5A]) {
      return try PEReader.read(bytes[...]).map { [$0] } ?? []
    }
    return try MachOReader.read(bytes[...])
  }
}
