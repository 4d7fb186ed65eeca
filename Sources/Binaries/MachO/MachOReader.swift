/// Reads Mach-O by Apple's `mach-o/loader.h`, `fat.h` and `nlist.h`.
struct MachOReader {
  private let file: ByteView
  private let isWide: Bool
  private var binary: Binary
  /// Where the symbols lie: offset, number, offset of the texts.
  private var symbols: (table: Int, count: Int, texts: Int)?

  /// One for each architecture of a universal file; none for other files.
  static func read(_ bytes: ArraySlice<UInt8>) throws(BinaryError) -> [Binary] {
    let head = ByteView(bytes, format: .machO, isBigEndian: true)
    guard head.count >= 8 else { return [] }
    switch try head.integer(UInt32.self, at: 0) {
    case 0xCAFE_BABE: return try universal(head, isWide: false)
    case 0xCAFE_BABF: return try universal(head, isWide: true)
    default: return try thin(bytes).map { [$0] } ?? []
    }
  }

  private static func universal(_ file: ByteView, isWide: Bool) throws(BinaryError) -> [Binary] {
    let count = try file.word(at: 4)
    // Java's classes begin with the same bytes; theirs is the version of the format, 45 or more.
    guard count < 45 else { return [] }
    var binaries: [Binary] = []
    for index in 0..<count {
      let at = 8 + index * (isWide ? 32 : 20)
      let offset = try file.address(at: at + 8, isWide: isWide)
      let size = try file.address(at: at + (isWide ? 16 : 12), isWide: isWide)
      if let binary = try thin(file.part(offset, size).bytes) { binaries.append(binary) }
    }
    return binaries
  }

  private static func thin(_ bytes: ArraySlice<UInt8>) throws(BinaryError) -> Binary? {
    let file = ByteView(bytes, format: .machO)
    guard file.count >= 28 else { return nil }
    switch try file.integer(UInt32.self, at: 0) {
    case 0xFEED_FACE: return try MachOReader(file, isWide: false).read()
    case 0xFEED_FACF: return try MachOReader(file, isWide: true).read()
    default: return nil
    }
  }

  private init(_ file: ByteView, isWide: Bool) throws(BinaryError) {
    self.file = file
    self.isWide = isWide
    let architecture: Architecture =
      switch try file.integer(UInt32.self, at: 4) {
      case 7: .x86
      case 0x0100_0007: .x86_64
      case 12: .arm
      case 0x0100_000C: .aarch64
      case let number: .other(number)
      }
    let kind: Binary.Kind =
      switch try file.word(at: 12) {
      case 1: .object
      case 2: .executable
      case 6, 8: .library  // 8: a bundle, which Python's extension modules are
      default: .other
      }
    binary = Binary(format: .machO, architecture: architecture, kind: kind)
  }

  private consuming func read() throws(BinaryError) -> Binary {
    var at = isWide ? 32 : 28
    for _ in 0..<(try file.word(at: 16)) {
      let size = try file.word(at: at + 4)
      guard size >= 8 else { throw file.error("a load command has no size", at: at) }
      try readCommand(at: at)
      at += size
    }
    try readSymbols()
    return binary
  }

  private mutating func readCommand(at: Int) throws(BinaryError) {
    switch try file.integer(UInt32.self, at: at) {
    case 0x02:  // LC_SYMTAB
      symbols = (
        try file.word(at: at + 8), try file.word(at: at + 12), try file.word(at: at + 16)
      )
    case 0x0C, 0x8000_001F, 0x8000_0023:  // LC_LOAD_DYLIB, LC_REEXPORT_DYLIB, LC_LOAD_UPWARD_DYLIB
      binary.needed.append(NeededLibrary(name: try text(of: at)))
    case 0x8000_0018:  // LC_LOAD_WEAK_DYLIB
      binary.needed.append(NeededLibrary(name: try text(of: at), loading: .ifPresent))
    case 0x20:  // LC_LAZY_LOAD_DYLIB
      binary.needed.append(NeededLibrary(name: try text(of: at), loading: .atFirstUse))
    case 0x0D:  // LC_ID_DYLIB
      binary.name = try text(of: at)
    case 0x0E:  // LC_LOAD_DYLINKER
      binary.interpreter = try text(of: at)
    case 0x8000_001C:  // LC_RPATH
      binary.searchPaths.append(SearchPath(path: try text(of: at), kind: .loadCommand))
    case 0x24:  // LC_VERSION_MIN_MACOSX
      binary.minimumSystem = version(try file.word(at: at + 8))
    case 0x32:  // LC_BUILD_VERSION
      binary.minimumSystem = version(try file.word(at: at + 12))
    default: break
    }
  }

  /// The text of a command, whose place in it comes first.
  private func text(of command: Int) throws(BinaryError) -> String {
    try file.text(at: command + (try file.word(at: command + 8)))
  }

  /// `xxxx.yy.zz` in half-bytes, without a last zero.
  private func version(_ number: Int) -> String {
    let text = "\(number >> 16).\(number >> 8 & 0xFF)"
    return number & 0xFF == 0 ? text : "\(text).\(number & 0xFF)"
  }

  private mutating func readSymbols() throws(BinaryError) {
    guard let symbols else { return }
    for index in 0..<symbols.count {
      let at = symbols.table + index * (isWide ? 16 : 12)
      let type = try file.byte(at: at + 4)
      let isDebugging = type & 0xE0 != 0
      let isExternal = type & 0x01 != 0
      if isDebugging || !isExternal { continue }
      let name = try file.text(at: symbols.texts + (try file.word(at: at)))
      if type & 0x0E != 0 {
        binary.exports.insert(name)
        continue
      }
      let description = try file.half(at: at + 6)
      // Counted from one; 0 and the last ones are no libraries but ways to look.
      let ordinal = description >> 8
      binary.imports.append(
        ImportedSymbol(
          name: name,
          library: binary.needed.indices.contains(ordinal - 1)
            ? binary.needed[ordinal - 1].name : nil,
          isWeak: description & 0x40 != 0))
    }
  }
}
