/// Reads TOML as `load_str_data` and `load_file_data` need it; dates stay text.
struct TOMLReader {
  private var bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private let root = PythonDict()

  static func value(of text: String) throws(PythonError) -> PythonValue {
    var reader = TOMLReader(bytes: Array(text.utf8))
    try reader.readDocument()
    return .dict(reader.root)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func failure(_ message: String) -> PythonError {
    let line = bytes[..<min(index, bytes.count)].reduce(into: 1) { $0 += $1 == 0x0A ? 1 : 0 }
    return PythonError(.valueError, "TOML, line \(line): \(message)")
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { bytes[min(index, bytes.count)...].starts(with: $0) }
    if isThere { index += text.utf8CodeUnitCount }
    return isThere
  }

  private mutating func skipSpace(withLines: Bool) {
    while index < bytes.count {
      switch byte {
      case 0x20, 0x09: index += 1
      case 0x0A where withLines, 0x0D where withLines: index += 1
      case UInt8(ascii: "#"): while index < bytes.count, byte != 0x0A { index += 1 }
      default: return
      }
    }
  }

  private mutating func readDocument() throws(PythonError) {
    var table = root
    while true {
      skipSpace(withLines: true)
      guard index < bytes.count else { return }
      if take("[[") {
        let path = try key()
        guard take("]]") else { throw failure("']]' expected") }
        table = PythonDict()
        let parent = try self.table(path.dropLast(), in: root)
        let name = path.last ?? ""
        if case .list(let list)? = parent[name] {
          list.elements.append(.dict(table))
        } else {
          parent.set(.list(of: [.dict(table)]), for: name)
        }
      } else if take("[") {
        let path = try key()
        guard take("]") else { throw failure("']' expected") }
        table = try self.table(path[...], in: root)
      } else {
        try readPair(into: table)
      }
      skipSpace(withLines: false)
      guard index >= bytes.count || byte == 0x0A || byte == 0x0D else {
        throw failure("the line should end here")
      }
    }
  }

  private mutating func readPair(into table: PythonDict) throws(PythonError) {
    let path = try key()
    skipSpace(withLines: false)
    guard take("=") else { throw failure("'=' expected") }
    let value = try value()
    try self.table(path.dropLast(), in: table).set(value, for: path.last ?? "")
  }

  private func table(_ path: ArraySlice<String>, in start: PythonDict) throws(PythonError)
    -> PythonDict
  {
    var table = start
    for name in path {
      switch table[name] {
      case .dict(let next)?: table = next
      case .list(let list)?:
        guard case .dict(let next)? = list.elements.last else {
          throw failure("'\(name)' is no table")
        }
        table = next
      case nil:
        let next = PythonDict()
        table.set(.dict(next), for: name)
        table = next
      default: throw failure("'\(name)' is no table")
      }
    }
    return table
  }

  private mutating func key() throws(PythonError) -> [String] {
    var path: [String] = []
    repeat {
      skipSpace(withLines: false)
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        path.append(try string())
      } else {
        let start = index
        while JinjaScanner.isNamePart(byte) || byte == UInt8(ascii: "-") { index += 1 }
        guard index > start else { throw failure("a key is missing") }
        path.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      skipSpace(withLines: false)
    } while take(".") && path.count < 100
    return path
  }

  private mutating func value() throws(PythonError) -> PythonValue {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw PythonError(.limit, "TOML values are nested more than 100 deep") }
    skipSpace(withLines: false)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "{"): return try inlineTable()
    default: return try word()
    }
  }

  private mutating func array() throws(PythonError) -> PythonValue {
    index += 1
    var elements: [PythonValue] = []
    while true {
      skipSpace(withLines: true)
      if take("]") { return .list(of: elements) }
      if !elements.isEmpty {
        guard take(",") else { throw failure("',' or ']' expected") }
        skipSpace(withLines: true)
        if take("]") { return .list(of: elements) }
      }
      elements.append(try value())
    }
  }

  private mutating func inlineTable() throws(PythonError) -> PythonValue {
    index += 1
    let table = PythonDict()
    while true {
      skipSpace(withLines: true)
      if take("}") { return .dict(table) }
      if table.count > 0, !take(",") { throw failure("',' or '}' expected") }
      try readPair(into: table)
    }
  }

  private mutating func word() throws(PythonError) -> PythonValue {
    let start = index
    while JinjaScanner.isNamePart(byte) || "+-.:".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    switch text {
    case "": throw failure("a value is missing")
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    if let number = PythonRuntime.int(text) { return .int(number) }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      if let number = PythonRuntime.int(String(text.dropFirst(2)), base: radix) {
        return .int(number)
      }
    }
    if let number = PythonRuntime.float(text) { return .float(number) }
    guard let first = text.utf8.first, first >= 0x30, first <= 0x39 else {
      throw failure("'\(text)' is no value")
    }
    return .string(text)
  }

  private mutating func string() throws(PythonError) -> String {
    let quote = byte
    let isTriple =
      index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
    let width = isTriple ? 3 : 1
    index += width
    if isTriple {
      _ = take("\r")
      _ = take("\n")
    }
    let start = index
    while index < bytes.count {
      if byte == quote, !isTriple || bytes[index...].starts(with: [quote, quote, quote]) {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += width
        return quote == UInt8(ascii: "'") ? text : PythonEscapes.resolved(text)
      }
      if byte == 0x0A, !isTriple { break }
      index += byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    throw failure("a string is not closed")
  }
}
