/// Turns the text of a regular expression into a program; recursive descent, one method a rule.
struct PatternCompiler {
  let bytes: [UInt8]
  let ignoresCase: Bool
  private var position = 0
  private var depth = 0

  private static let limits = (depth: 40, instructions: 20_000, repeats: 1000)

  typealias Program = [Pattern.Instruction]

  init(bytes: [UInt8], ignoresCase: Bool) {
    self.bytes = bytes
    self.ignoresCase = ignoresCase
  }

  mutating func compile() throws(PatternError) -> Program {
    var program = try alternatives()
    if peek() != nil { throw error(.unopened) }
    program.append(.accept)
    return program
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: Character) -> Bool {
    guard let next = peek(), next == byte.asciiValue else { return false }
    position += 1
    return true
  }

  private func error(_ cause: PatternError.Cause) -> PatternError {
    PatternError(cause: cause, offset: min(position, bytes.count))
  }

  // alternatives = sequence, { "|", sequence } ;
  private mutating func alternatives() throws(PatternError) -> Program {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.limits.depth { throw error(.tooComplex) }
    var program = try sequence()
    while take("|") {
      let other = try sequence()
      try check(program.count + other.count)
      program =
        [.split(1, program.count + 2)] + shifted(program, by: 1)
        + [.jump(program.count + 2 + other.count)] + shifted(other, by: program.count + 2)
    }
    return program
  }

  private mutating func sequence() throws(PatternError) -> Program {
    var program: Program = []
    while let byte = peek(), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let piece = try repeated()
      try check(program.count + piece.count)
      program += shifted(piece, by: program.count)
    }
    return program
  }

  private func check(_ count: Int) throws(PatternError) {
    if count > Self.limits.instructions { throw error(.tooComplex) }
  }

  /// Jumps are relative to a program's start, so they move with it.
  private func shifted(_ program: Program, by offset: Int) -> Program {
    program.map {
      switch $0 {
      case .jump(let target): .jump(target + offset)
      case .split(let a, let b): .split(a + offset, b + offset)
      default: $0
      }
    }
  }

  // repeated = atom, [ ( "*" | "+" | "?" | counts ), [ "?" ] ] ;
  private mutating func repeated() throws(PatternError) -> Program {
    let atom = try self.atom()
    let start = position
    let counts: (least: Int, most: Int?)
    if take("*") {
      counts = (0, nil)
    } else if take("+") {
      counts = (1, nil)
    } else if take("?") {
      counts = (0, 1)
    } else if let braces = try braces() {
      counts = braces
    } else {
      return atom
    }
    if atom == [.start] || atom == [.end] {
      throw PatternError(cause: .nothingToRepeat, offset: start)
    }
    // Whether it takes much or little makes no difference to whether it matches.
    _ = take("?")
    if let next = peek(), next == UInt8(ascii: "*") || next == UInt8(ascii: "+") {
      throw error(.unsupported(bytes[start...position].text))
    }
    return try expand(atom, counts)
  }

  private func expand(
    _ atom: Program, _ counts: (least: Int, most: Int?)
  ) throws(PatternError) -> Program {
    try check((atom.count + 1) * max(counts.least, counts.most ?? 0, 1))
    var program: Program = []
    for _ in 0..<counts.least { program += shifted(atom, by: program.count) }
    if let most = counts.most {
      let end = program.count + (most - counts.least) * (atom.count + 1)
      for _ in counts.least..<most {
        program.append(.split(program.count + 1, end))
        program += shifted(atom, by: program.count)
      }
    } else {
      let start = program.count
      program.append(.split(start + 1, start + atom.count + 2))
      program += shifted(atom, by: start + 1)
      program.append(.jump(start))
    }
    return program
  }

  /// `{2}`, `{2,}`, `{,3}`, `{2,3}`; anything else is a brace that stands for itself.
  private mutating func braces() throws(PatternError) -> (Int, Int?)? {
    let start = position
    guard take("{") else { return nil }
    let least = number()
    let hasComma = take(",")
    let most = hasComma ? number() : least
    guard take("}"), least != nil || most != nil else {
      position = start
      return nil
    }
    let (low, high) = (least ?? 0, most)
    guard max(low, high ?? 0) <= Self.limits.repeats else { throw error(.tooComplex) }
    if let high, high < low { throw error(.badRepeat) }
    return (low, high)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = peek(), byte.isDigit {
      value = min((value ?? 0) * 10 + Int(byte & 15), 1_000_000)
      position += 1
    }
    return value
  }

  private mutating func atom() throws(PatternError) -> Program {
    guard let byte = peek() else { return [] }
    position += 1
    switch byte {
    case UInt8(ascii: "^"): return [.start]
    case UInt8(ascii: "$"): return [.end]
    case UInt8(ascii: "."): return [.set(.allButNewline)]
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["):
      var reader = BracketExpression(bytes: bytes, position: position)
      let set = try reader.read()
      position = reader.position
      return [.set(ignoresCase ? set.ignoringCase : set)]
    case UInt8(ascii: "\\"):
      let escape = try PatternEscape(in: bytes, at: position)
      position += 1
      switch escape {
      case .set(let set): return [.set(set)]
      case .byte(let byte): return [.byte(ignoresCase ? byte.lowercased : byte)]
      }
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      position -= 1
      throw error(.nothingToRepeat)
    default: return [.byte(ignoresCase ? byte.lowercased : byte)]
    }
  }

  private mutating func group() throws(PatternError) -> Program {
    let start = position - 1
    if take("?") {
      if take("P") || peek() == UInt8(ascii: "<") {
        guard take("<"), let name = peek(), name.isLetter || name == UInt8(ascii: "_") else {
          throw error(.unsupported(bytes[start..<min(position + 1, bytes.count)].text))
        }
        while let byte = peek(), byte.isAlphanumeric || byte == UInt8(ascii: "_") { position += 1 }
        guard take(">") else { throw error(.unclosed("<")) }
      } else if !take(":") {
        throw error(.unsupported(bytes[start..<min(position + 1, bytes.count)].text))
      }
    }
    let program = try alternatives()
    guard take(")") else { throw PatternError(cause: .unclosed("("), offset: start) }
    return program
  }
}
