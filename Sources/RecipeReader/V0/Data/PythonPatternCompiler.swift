/// Turns a regular expression into the program that `PythonPattern` runs.
struct PythonPatternCompiler {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private(set) var groupCount = 0
  private typealias Code = [PythonPattern.Instruction]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func compile() throws(PythonError) -> [PythonPattern.Instruction] {
    let code = try alternatives()
    guard index == scalars.count else { throw unsupported("unbalanced parenthesis") }
    return code + [.match]
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private func unsupported(_ what: String) -> PythonError {
    PythonError(.unsupported, "the regular expression can't be read: \(what)")
  }

  /// Code is position-independent but for its own targets, which are shifted when it is placed.
  private static func shifted(_ code: Code, by offset: Int) -> Code {
    code.map {
      switch $0 {
      case .jump(let target): .jump(target + offset)
      case .split(let first, let second): .split(first: first + offset, second: second + offset)
      default: $0
      }
    }
  }

  private mutating func alternatives() throws(PythonError) -> Code {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw unsupported("it is nested too deep") }
    let first = try sequence()
    guard take("|") else { return first }
    let rest = try alternatives()
    var code: Code = [.split(first: 1, second: first.count + 2)]
    code += Self.shifted(first, by: 1)
    code.append(.jump(first.count + rest.count + 2))
    return code + Self.shifted(rest, by: first.count + 2)
  }

  private mutating func sequence() throws(PythonError) -> Code {
    var code: Code = []
    while let scalar = current, scalar != "|", scalar != ")" {
      let piece = try quantified(try atom())
      code += Self.shifted(piece, by: code.count)
      if code.count > 10_000 { throw unsupported("it is too long") }
    }
    return code
  }

  private mutating func quantified(_ atom: Code) throws(PythonError) -> Code {
    let (low, high): (Int, Int?)
    if take("*") {
      (low, high) = (0, nil)
    } else if take("+") {
      (low, high) = (1, nil)
    } else if take("?") {
      (low, high) = (0, 1)
    } else if let counts = counts() {
      (low, high) = counts
    } else {
      return atom
    }
    let isLazy = take("?")
    guard low <= 1000, (high ?? 0) <= 1000 else { throw unsupported("it repeats too often") }
    var code: Code = []
    for _ in 0..<low { code += Self.shifted(atom, by: code.count) }
    if let high {
      for _ in 0..<max(0, high - low) {
        let end = code.count + 1 + atom.count
        let start = code.count + 1
        code.append(
          isLazy ? .split(first: end, second: start) : .split(first: start, second: end))
        code += Self.shifted(atom, by: code.count)
      }
    } else {
      let start = code.count
      let end = start + atom.count + 2
      code.append(
        isLazy ? .split(first: end, second: start + 1) : .split(first: start + 1, second: end))
      code += Self.shifted(atom, by: code.count)
      code.append(.jump(start))
    }
    if code.count > 10_000 { throw unsupported("it is too long") }
    return code
  }

  /// `{2}`, `{2,}`, `{,3}`, `{2,3}`; other braces are themselves.
  private mutating func counts() -> (Int, Int?)? {
    guard current == "{", let end = scalars[index...].firstIndex(of: "}") else { return nil }
    let text = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, !text.isEmpty, text != ",",
      let low = first.isEmpty ? 0 : Int(first)
    else { return nil }
    var high: Int? = low
    if parts.count == 2 {
      high = Int(parts[1])
      if high == nil, !parts[1].isEmpty { return nil }
    }
    index = end + 1
    return (low, high)
  }

  private mutating func atom() throws(PythonError) -> Code {
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case ".": return [.any]
    case "^": return [.lineStart]
    case "$": return [.lineEnd]
    case "[": return [try bracket()]
    case "(": return try group()
    case "\\": return [try escape()]
    case "*", "+", "?": throw unsupported("nothing to repeat")
    default: return [.scalar(scalar)]
    }
  }

  private mutating func group() throws(PythonError) -> Code {
    var number: Int?
    if take("?") {
      if take("P"), take("<") {
        while let scalar = current, scalar != ">" {
          _ = scalar
          index += 1
        }
        guard take(">") else { throw unsupported("a group's name is not closed") }
        groupCount += 1
        number = groupCount
      } else if !take(":") {
        throw unsupported("groups that begin with '(?' are not supported")
      }
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try alternatives()
    guard take(")") else { throw unsupported("missing ), unterminated subpattern") }
    guard let number else { return inner }
    return [.save(number * 2)] + Self.shifted(inner, by: 1) + [.save(number * 2 + 1)]
  }

  private mutating func escape() throws(PythonError) -> PythonPattern.Instruction {
    guard let scalar = current else { throw unsupported("bad escape (end of pattern)") }
    index += 1
    switch scalar {
    case "b": return .wordEdge(true)
    case "B": return .wordEdge(false)
    case "A": return .lineStart
    case "Z": return .lineEnd
    default: break
    }
    if let ranges = Self.ranges(ofClass: scalar) {
      return .set(ranges, isNegated: scalar.properties.isUppercase)
    }
    return .scalar(try Self.escaped(scalar).get())
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> Result<Unicode.Scalar, PythonError> {
    switch scalar {
    case "n": return .success("\n")
    case "t": return .success("\t")
    case "r": return .success("\r")
    case "a"..."z", "A"..."Z", "0"..."9":
      return .failure(PythonError(.unsupported, "the escape \\\(scalar) is not supported"))
    default: return .success(scalar)
    }
  }

  private static func ranges(ofClass scalar: Unicode.Scalar) -> [ClosedRange<UInt32>]? {
    switch scalar {
    case "d", "D": [48...57]
    case "w", "W": [48...57, 65...90, 95...95, 97...122, 0xAA...0xAA, 0xB5...0xB5, 0xC0...0x1FFF]
    case "s", "S": [9...13, 28...32, 0x85...0x85, 0xA0...0xA0, 0x2000...0x200A, 0x2028...0x2029]
    default: nil
    }
  }

  private mutating func bracket() throws(PythonError) -> PythonPattern.Instruction {
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let scalar = current, scalar != "]" || isFirst {
      isFirst = false
      index += 1
      var low = scalar
      if scalar == "\\", let kind = current {
        index += 1
        if let inner = Self.ranges(ofClass: kind), !kind.properties.isUppercase {
          ranges += inner
          continue
        }
        low = try Self.escaped(kind).get()
      }
      guard current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        ranges.append(low.value...low.value)
        continue
      }
      index += 1
      let high = scalars[index]
      index += 1
      guard high.value >= low.value else { throw unsupported("bad character range") }
      ranges.append(low.value...high.value)
    }
    guard take("]") else { throw unsupported("unterminated character set") }
    return .set(ranges, isNegated: isNegated)
  }
}
