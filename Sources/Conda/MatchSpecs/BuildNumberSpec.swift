/// Which build numbers will do: `1`, `>=2`.
package struct BuildNumberSpec: Hashable, Sendable {
  /// As it was written.
  package let text: String
  private let form: Form

  private enum Form: Hashable {
    case any
    case number(VersionOperator, UInt64)
    /// conda compares build numbers as versions.
    case version(VersionConstraint)
    /// conda takes any text; no number is equal to it.
    case never
  }

  init(_ bytes: ArraySlice<UInt8>, dialect: Dialect) throws(MatchSpecError) {
    text = bytes.text
    form = dialect.isRattler ? try Self.rattler(bytes) : try Self.conda(bytes.trimmed)
  }

  private static func rattler(_ bytes: ArraySlice<UInt8>) throws(MatchSpecError) -> Form {
    let digits = bytes.drop { $0.isOperator && $0 != UInt8(ascii: "~") }
    let symbol = bytes[..<digits.startIndex].text
    guard let relation = symbol.isEmpty ? .equal : VersionOperator(rawValue: symbol),
      digits.allSatisfy(\.isDigit), let number = UInt64(digits.text)
    else { throw MatchSpecError(cause: .buildNumber(bytes.text), offset: 0) }
    return .number(relation, number)
  }

  private static func conda(_ bytes: ArraySlice<UInt8>) throws(MatchSpecError) -> Form {
    if let number = UInt64(bytes.text) { return .number(.equal, number) }
    if bytes.count == 1, bytes.first == UInt8(ascii: "*") { return .any }
    guard let first = bytes.first else { return .never }
    let isRelation = first.isOperator && first != UInt8(ascii: "~")
    guard isRelation || first == UInt8(ascii: "^") || bytes.last == UInt8(ascii: "$") else {
      return .never
    }
    let parser = CondaConstraintParser(bytes: bytes, shift: bytes.startIndex, whole: bytes)
    do throws(VersionSpecError) {
      guard case .constraint(let constraint, _) = try parser.constraint() else { return .never }
      return .version(constraint)
    } catch {
      throw MatchSpecError(cause: .buildNumber(bytes.text), offset: error.offset)
    }
  }

  package func matches(_ number: UInt64) -> Bool {
    switch form {
    case .any: return true
    case .never: return false
    case .number(let relation, let limit):
      return relation.holds(number == limit ? .equal : number < limit ? .less : .greater)
    case .version(let constraint):
      let text = String(number)
      let part = Version.Part(component: .number(number), startsSegment: true)
      let version = Version(text: text, epoch: .zero, parts: [part], localStart: 1)
      return constraint.matches(version, dialect: .conda)
    }
  }

  /// As the tool prints it.
  func canonical(_ dialect: Dialect) -> String {
    switch form {
    case .number(let relation, let limit):
      dialect.isRattler ? "\(relation.rawValue)\(limit)" : "\(limit)"
    default: text
    }
  }
}
