/// The keys that a text is searched for, found by the first two bytes of their names.
struct V0SearchedKeys {
  struct Key {
    let name: String
    let bytes: [UInt8]
    let target: V0Target?

    init(_ name: String) {
      self.name = name
      bytes = Array(name.utf8)
      target = V0Target(name)
    }

    var isCDT: Bool { name.hasPrefix("cdt_") }
  }

  private var keys: [Key] = []
  private var beginnings: [UInt16: [Int]] = [:]
  /// A bit for each two bytes that a name begins with: most of a line begins none.
  private var begins = [UInt64](repeating: 0, count: 1 << 10)
  private var singles: [Int] = []
  private var targets: [String: [Int]] = [:]
  /// Keys that a call of `cdt` uses.
  private(set) var ofCDT: [Int] = []
  private(set) var hasSystemRoot = false

  init(_ names: [String]) {
    for (index, name) in names.enumerated() {
      let key = Key(name)
      keys.append(key)
      if key.bytes.count == 1 { singles.append(index) }
      if key.bytes.count > 1 {
        let beginning = Self.beginning(key.bytes[0], key.bytes[1])
        beginnings[beginning, default: []].append(index)
        begins[Int(beginning >> 6)] |= 1 << (beginning & 63)
      }
      if let target = key.target {
        targets["\(target.kind) \(target.language)", default: []].append(index)
      }
      if key.isCDT { ofCDT.append(index) }
      if name == "CONDA_BUILD_SYSROOT" { hasSystemRoot = true }
    }
  }

  var count: Int { keys.count }

  subscript(index: Int) -> Key { keys[index] }

  /// Keys that a call such as `compiler("c")` uses.
  func of(_ kind: String, _ language: String) -> [Int] { targets["\(kind) \(language)"] ?? [] }

  /// Keys that stand in the line, where `-` is as good as `_`.
  func mayOccur(in line: ArraySlice<UInt8>) -> [Int] {
    var found = singles
    line.withUnsafeBufferPointer { line in
      for index in line.indices.dropLast() {
        let beginning = Self.beginning(line[index], line[index + 1])
        guard begins[Int(beginning >> 6)] & 1 << (beginning & 63) != 0 else { continue }
        for key in beginnings[beginning] ?? [] where !found.contains(key) {
          let name = keys[key].bytes
          let isThere =
            line.count - index >= name.count
            && zip(line[index...], name).allSatisfy { Self.joined($0) == Self.joined($1) }
          if isThere { found.append(key) }
        }
      }
    }
    return found
  }

  private static func beginning(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(joined(first)) << 8 | UInt16(joined(second))
  }

  private static func joined(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
  }
}
