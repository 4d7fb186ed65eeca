/// Reads a version spec as conda does: tokens, then a stack for the operators, then each
/// constraint.
struct CondaVersionSpecParser {
  let bytes: ArraySlice<UInt8>
  /// What isn't used in the end may be wrong.
  private var output: [Result<VersionSpec.Node, VersionSpecError>] = []
  private var operators: [Operator] = []

  private enum Operator { case open, or, and }

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func spec() throws(VersionSpecError) -> VersionSpec.Node {
    guard bytes.contains(where: Self.isStructure) else { return try constraint(bytes.indices) }
    // conda puts the whole in parentheses, and takes the first of what stands side by side.
    try push(open: bytes.startIndex)
    var position = bytes.startIndex
    while let (token, range) = nextToken(&position) {
      switch token {
      case .open: try push(open: range.lowerBound)
      case .close: try close(at: range.lowerBound)
      case .or:
        try reduce(while: { $0 != .open }, at: range.lowerBound)
        operators.append(.or)
      case .and:
        try reduce(while: { $0 == .and }, at: range.lowerBound)
        operators.append(.and)
      case .other:
        output.append(Result { () throws(VersionSpecError) in try constraint(range) })
      }
    }
    try close(at: bytes.endIndex)
    guard operators.isEmpty else { throw error(.unbalancedParenthesis, bytes.endIndex) }
    guard let first = output.first else { throw error(.empty, bytes.startIndex) }
    return try first.get()
  }

  private static func isStructure(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: ","),
      UInt8(ascii: "^"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  private enum Token { case open, close, or, and, other }

  private func nextToken(_ position: inout Int) -> (Token, Range<Int>)? {
    let start = bytes[position...].firstIndex { !$0.isSpace } ?? bytes.endIndex
    guard start < bytes.endIndex else { return nil }
    if bytes[start] == UInt8(ascii: "^"),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "$"))
    {
      position = end + 1
      return (.other, start..<position)
    }
    position = start + 1
    switch bytes[start] {
    case UInt8(ascii: "("): return (.open, start..<position)
    case UInt8(ascii: ")"): return (.close, start..<position)
    case UInt8(ascii: "|"): return (.or, start..<position)
    case UInt8(ascii: ","): return (.and, start..<position)
    default:
      position =
        bytes[start...].firstIndex {
          $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "|")
            || $0 == UInt8(ascii: ",")
        } ?? bytes.endIndex
      return (.other, start..<position)
    }
  }

  private mutating func push(open index: Int) throws(VersionSpecError) {
    operators.append(.open)
    guard operators.count(where: { $0 == .open }) <= VersionSpec.depthLimit else {
      throw error(.tooDeep, index)
    }
  }

  private mutating func close(at index: Int) throws(VersionSpecError) {
    try reduce(while: { $0 != .open }, at: index)
    guard operators.popLast() != nil else { throw error(.unbalancedParenthesis, index) }
  }

  private mutating func reduce(
    while isReducible: (Operator) -> Bool, at index: Int
  ) throws(VersionSpecError) {
    while let last = operators.last, isReducible(last) {
      guard output.count >= 2 else { throw error(.missingConstraint, index) }
      operators.removeLast()
      let right = output.removeLast()
      let left = output.removeLast()
      output.append(
        left.flatMap { left in right.map { .joined([left, $0], all: last == .and) } })
    }
  }

  private func error(_ cause: VersionSpecError.Cause, _ index: Int) -> VersionSpecError {
    VersionSpecError(cause: cause, offset: index - bytes.startIndex)
  }

  private func constraint(_ range: Range<Int>) throws(VersionSpecError) -> VersionSpec.Node {
    try CondaConstraintParser(
      bytes: bytes[range].trimmed, shift: bytes.startIndex, whole: bytes
    ).constraint()
  }
}
