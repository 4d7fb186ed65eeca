/// Reads ELF by the System V ABI's generic part, and GNU's hashes and symbol versions.
struct ELFReader {
  let file: ByteView
  /// Whether addresses have 64 bits.
  let isWide: Bool
  /// Where parts of the file lie in memory.
  private(set) var segments: [Segment] = []
  private(set) var dynamic: [DynamicEntry] = []

  struct Segment {
    var type: Int
    var offset: Int
    var address: Int
    var size: Int
  }

  struct DynamicEntry {
    var tag: Int
    var value: Int
  }

  static func read(_ bytes: ArraySlice<UInt8>) throws(BinaryError) -> Binary {
    let head = ByteView(bytes, format: .elf)
    let width = try head.byte(at: 4)
    let order = try head.byte(at: 5)
    guard (1...2).contains(width), (1...2).contains(order) else {
      throw head.error("it is neither 32 nor 64 bits wide, or has no byte order", at: 4)
    }
    var reader = ELFReader(
      file: ByteView(bytes, format: .elf, isBigEndian: order == 2), isWide: width == 2)
    return try reader.binary()
  }

  private init(file: ByteView, isWide: Bool) {
    self.file = file
    self.isWide = isWide
  }

  private mutating func binary() throws(BinaryError) -> Binary {
    try readSegments()
    try readDynamic()
    var binary = Binary(
      format: .elf, architecture: architecture(of: try file.half(at: 18)), kind: .other)
    if let interpreter = segments.first(where: { $0.type == 3 }) {
      binary.interpreter = try file.text(at: interpreter.offset)
    }
    binary.kind = kind(of: try file.half(at: 16), isLoaded: binary.interpreter != nil)
    binary.gpuCode = try gpuCode()
    guard let texts = first(.strings) else { return binary }
    let strings = try offset(ofAddress: texts)

    func string(_ at: Int) throws(BinaryError) -> String { try file.text(at: strings + at) }
    func paths(_ tag: Tag, _ kind: SearchPath.Kind) throws(BinaryError) -> [SearchPath] {
      guard let entry = first(tag) else { return [] }
      return try string(entry).split(separator: ":").map {
        SearchPath(path: String($0), kind: kind)
      }
    }

    if let name = first(.name) { binary.name = try string(name) }
    for entry in dynamic where entry.tag == Tag.needed.rawValue {
      binary.needed.append(NeededLibrary(name: try string(entry.value)))
    }
    // The loader leaves DT_RPATH alone where there is a DT_RUNPATH.
    binary.searchPaths = try paths(.runpath, .runpath)
    if binary.searchPaths.isEmpty { binary.searchPaths = try paths(.rpath, .rpath) }
    try readSymbols(into: &binary, strings: strings)
    return binary
  }

  // MARK: The parts of the file

  private mutating func readSegments() throws(BinaryError) {
    let table = try file.address(at: isWide ? 32 : 28, isWide: isWide)
    let size = try file.half(at: isWide ? 54 : 42)
    for index in 0..<(try file.half(at: isWide ? 56 : 44)) {
      let at = table + index * size
      segments.append(
        Segment(
          type: try file.word(at: at),
          offset: try file.address(at: at + (isWide ? 8 : 4), isWide: isWide),
          address: try file.address(at: at + (isWide ? 16 : 8), isWide: isWide),
          size: try file.address(at: at + (isWide ? 32 : 16), isWide: isWide)))
    }
  }

  private mutating func readDynamic() throws(BinaryError) {
    guard let segment = segments.first(where: { $0.type == 2 }) else { return }
    let width = isWide ? 8 : 4
    var at = segment.offset
    while at + 2 * width <= segment.offset + segment.size {
      let tag = try file.address(at: at, isWide: isWide)
      if tag == 0 { return }
      dynamic.append(
        DynamicEntry(tag: tag, value: try file.address(at: at + width, isWide: isWide)))
      at += 2 * width
    }
  }

  enum Tag: Int {
    case needed = 1
    case hash = 4
    case strings = 5
    case symbols = 6
    case name = 14
    case rpath = 15
    case runpath = 29
    case gnuHash = 0x6FFF_FEF5
    case symbolVersions = 0x6FFF_FFF0
    case flags = 0x6FFF_FFFB
    case neededVersions = 0x6FFF_FFFE
    case neededVersionCount = 0x6FFF_FFFF
  }

  func first(_ tag: Tag) -> Int? { dynamic.first { $0.tag == tag.rawValue }?.value }

  func offset(ofAddress address: Int) throws(BinaryError) -> Int {
    for segment in segments where segment.type == 1 && address >= segment.address {
      if address - segment.address < segment.size {
        return segment.offset + address - segment.address
      }
    }
    throw file.error("nothing of the file lies at address \(address)", at: 0)
  }

  // MARK: Numbers of the format

  private func architecture(of machine: Int) -> Architecture {
    switch machine {
    case 3: .x86
    case 62: .x86_64
    case 40: .arm
    case 183: .aarch64
    case 21: file.isBigEndian ? .ppc64 : .ppc64le
    case 22: .s390x
    case 243 where isWide: .riscv64
    default: .other(UInt32(machine))
    }
  }

  private func kind(of type: Int, isLoaded: Bool) -> Binary.Kind {
    // A position-independent executable has a library's type, and says so in a flag.
    let isExecutable = isLoaded || (first(.flags) ?? 0) & 0x0800_0000 != 0
    return switch type {
    case 1: .object
    case 2: .executable
    case 3: isExecutable ? .executable : .library
    default: .other
    }
  }

  // MARK: GPU code

  private func gpuCode() throws(BinaryError) -> [GPUCode] {
    let table = try file.address(at: isWide ? 40 : 32, isWide: isWide)
    let size = try file.half(at: isWide ? 58 : 46)
    let count = try file.half(at: isWide ? 60 : 48)
    let names = try file.half(at: isWide ? 62 : 50)
    guard table > 0, names < count else { return [] }

    func section(_ index: Int) throws(BinaryError) -> (name: Int, offset: Int, size: Int) {
      let at = table + index * size
      return (
        try file.word(at: at), try file.address(at: at + (isWide ? 24 : 16), isWide: isWide),
        try file.address(at: at + (isWide ? 32 : 20), isWide: isWide)
      )
    }

    let texts = try section(names).offset
    var code: [GPUCode] = []
    for index in 0..<count {
      let part = try section(index)
      guard GPUCode.sections.contains(try file.text(at: texts + part.name)) else { continue }
      code += try GPUCode.all(in: file.part(part.offset, part.size))
    }
    return code
  }
}
