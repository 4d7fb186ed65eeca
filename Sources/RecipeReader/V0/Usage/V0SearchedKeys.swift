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
        beginnings[Self.beginning(key.bytes[...], 0), default: []].append(index)
      }
      if let target = key.target {
        targets["\(target.kind) \(target.language)", default: []].append(index)
      }
      if key.isCDT { ofCDT.append(index) }
      if name == "CONDA_BUILD_SYSROOT" { hasSystemRoot = true }
    }
  }

  subscript(index: Int) -> Key { keys[index] }

  /// Keys that a call such as `compiler("c")` uses.
  func of(_ kind: String, _ language: String) -> [Int] { targets["\(kind) \(language)"] ?? [] }

  /// Keys that stand in the line, where `-` is as good as `_`.
  func mayOccur(in line: ArraySlice<UInt8>) -> [Int] {
    var found = singles
    for index in line.indices.dropLast() {
      for key in beginnings[Self.beginning(line, index)] ?? [] where !found.contains(key) {
        let name = keys[key].bytes
        let isThere =
          line.endIndex - index >= name.count
          && zip(line[index...], name).allSatisfy { Self.joined($0) == Self.joined($1) }
        if isThere { found.append(key) }
      }
    }
    return found
  }

  private static func beginning(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt16 {
    UInt16(joined(bytes[index])) << 8 | UInt16(joined(bytes[index + 1]))
  }

  private static func joined(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
  }
}
