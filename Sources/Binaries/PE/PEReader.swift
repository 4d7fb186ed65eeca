/// Reads PE by Microsoft's "PE Format".
struct PEReader {
  private let file: ByteView
  private let isWide: Bool
  private let sections: [Section]
  /// Where the tables lie in memory; zero for one that isn't there.
  private let directories: [Int]

  private struct Section {
    var name: String
    var address: Int
    var offset: Int
    var size: Int
  }

  /// Nothing for a DOS program, which begins with the same two letters.
  static func read(_ bytes: ArraySlice<UInt8>) throws(BinaryError) -> Binary? {
    let file = ByteView(bytes, format: .pe)
    guard file.count >= 64 else { return nil }
    let head = try file.word(at: 60)
    guard file.starts(with: [0x50, 0x45, 0, 0], at: head) else { return nil }
    let coff = head + 4
    let architecture: Architecture =
      switch try file.half(at: coff) {
      case 0x014C: .x86
      case 0x8664: .x86_64
      case 0xAA64: .aarch64
      case let number: .other(UInt32(number))
      }
    let isLibrary = try file.half(at: coff + 18) & 0x2000 != 0
    var binary = Binary(
      format: .pe, architecture: architecture, kind: isLibrary ? .library : .executable)
    try PEReader(file, coff: coff).read(into: &binary)
    return binary
  }

  private init(_ file: ByteView, coff: Int) throws(BinaryError) {
    self.file = file
    let optional = coff + 20
    isWide = try file.half(at: optional) == 0x20B
    let count = try file.word(at: optional + (isWide ? 108 : 92))
    guard count <= 16 else { throw file.error("it has \(count) tables, not 16", at: optional) }
    var directories: [Int] = []
    for index in 0..<count {
      directories.append(try file.word(at: optional + (isWide ? 112 : 96) + 8 * index))
    }
    self.directories = directories + Array(repeating: 0, count: 16 - count)

    var sections: [Section] = []
    let table = optional + (try file.half(at: coff + 16))
    for index in 0..<(try file.half(at: coff + 2)) {
      let at = table + 40 * index
      var name = ""
      for place in at..<at + 8 {
        let byte = try file.byte(at: place)
        if byte == 0 { break }
        name.unicodeScalars.append(Unicode.Scalar(byte))
      }
      sections.append(
        Section(
          name: name, address: try file.word(at: at + 12), offset: try file.word(at: at + 20),
          size: try file.word(at: at + 16)))
    }
    self.sections = sections
  }

  private func offset(ofAddress address: Int) throws(BinaryError) -> Int {
    for section in sections where address >= section.address {
      if address - section.address < section.size {
        return section.offset + address - section.address
      }
    }
    throw file.error("nothing of the file lies at address \(address)", at: 0)
  }

  private func text(atAddress address: Int) throws(BinaryError) -> String {
    try file.text(at: try offset(ofAddress: address))
  }

  private func read(into binary: inout Binary) throws(BinaryError) {
    try readExports(into: &binary)
    try readImports(into: &binary)
    try readDelayedImports(into: &binary)
    for section in sections where GPUCode.sections.contains(section.name) {
      binary.gpuCode += try GPUCode.all(in: file.part(section.offset, section.size))
    }
  }

  private func readExports(into binary: inout Binary) throws(BinaryError) {
    guard directories[0] > 0 else { return }
    let at = try offset(ofAddress: directories[0])
    binary.name = try text(atAddress: try file.word(at: at + 12))
    let count = try file.word(at: at + 24)
    guard count > 0 else { return }
    let names = try offset(ofAddress: try file.word(at: at + 32))
    for index in 0..<count {
      binary.exports.insert(try text(atAddress: try file.word(at: names + 4 * index)))
    }
  }

  private func readImports(into binary: inout Binary) throws(BinaryError) {
    guard directories[1] > 0 else { return }
    var at = try offset(ofAddress: directories[1])
    while try file.word(at: at + 12) != 0 {
      let library = try text(atAddress: try file.word(at: at + 12))
      binary.needed.append(NeededLibrary(name: library))
      // Old linkers leave the table of names out; then the addresses' table holds them.
      let names = try file.word(at: at)
      try readNames(
        atAddress: names == 0 ? try file.word(at: at + 16) : names, of: library, into: &binary)
      at += 20
    }
  }

  private func readDelayedImports(into binary: inout Binary) throws(BinaryError) {
    guard directories[13] > 0 else { return }
    var at = try offset(ofAddress: directories[13])
    while try file.word(at: at + 4) != 0 {
      let library = try text(atAddress: try file.word(at: at + 4))
      binary.needed.append(NeededLibrary(name: library, loading: .atFirstUse))
      try readNames(atAddress: try file.word(at: at + 16), of: library, into: &binary)
      at += 32
    }
  }

  /// The names of a library's symbols, without those imported by number.
  private func readNames(atAddress address: Int, of library: String, into binary: inout Binary)
    throws(BinaryError)
  {
    var at = try offset(ofAddress: address)
    while true {
      let entry =
        isWide ? try file.integer(UInt64.self, at: at) : UInt64(try file.word(at: at)) << 32
      if entry == 0 { return }
      let isNumber = entry >> 63 == 1
      if !isNumber {
        // The name comes after a hint of two bytes.
        let place = Int((isWide ? entry : entry >> 32) & 0x7FFF_FFFF)
        binary.imports.append(
          ImportedSymbol(name: try text(atAddress: place + 2), library: library))
      }
      at += isWide ? 8 : 4
    }
  }
}
