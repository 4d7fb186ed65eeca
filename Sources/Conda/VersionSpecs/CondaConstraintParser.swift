/// Reads one constraint as conda does, trying its forms in conda's order.
struct CondaConstraintParser {
  /// Without white space around it.
  let bytes: ArraySlice<UInt8>
  /// Where the whole spec begins.
  let shift: Int
  let whole: ArraySlice<UInt8>

  func constraint() throws(VersionSpecError) -> VersionSpec.Node {
    guard let first = bytes.first, let last = bytes.last else { throw error(.empty, 0) }
    let text = bytes.text
    if first == UInt8(ascii: "^") || last == UInt8(ascii: "$") {
      guard first == UInt8(ascii: "^"), last == UInt8(ascii: "$") else {
        throw error(.unanchoredRegex, 0)
      }
      return .constraint(try pattern(text), text: text)
    }
    if first.isOperator { return .constraint(try relation(), text: text) }
    if bytes.count == 1, first == UInt8(ascii: "*") { return .constraint(.any, text: text) }
    let star = UInt8(ascii: "*")
    let stem = bytes[..<((bytes.lastIndex { $0 != star } ?? bytes.startIndex - 1) + 1)]
    if stem.contains(star) { return .constraint(try pattern(expanded(bytes)), text: text) }
    if last == star { return try prefix(stem: stem) }
    if bytes.contains(UInt8(ascii: "@")) { return .constraint(.literal(text), text: text) }
    return .constraint(.compare(.equal, try version(bytes)), text: text)
  }

  private func error(_ cause: VersionSpecError.Cause, _ index: Int) -> VersionSpecError {
    VersionSpecError(cause: cause, offset: bytes.startIndex - shift + index)
  }

  private func version(
    _ part: ArraySlice<UInt8>, at index: Int = 0
  ) throws(VersionSpecError) -> Version {
    do throws(VersionError) {
      return try Version(part, text: part.text, dialect: .conda)
    } catch let failure {
      throw error(.version(failure.cause), index + failure.offset)
    }
  }

  private func pattern(_ text: String) throws(VersionSpecError) -> VersionConstraint {
    do throws(PatternError) {
      return .pattern(VersionPattern(pattern: try Pattern(text)))
    } catch let failure {
      throw error(.pattern(failure.cause), min(failure.offset, bytes.count))
    }
  }

  /// conda turns `1.*.3` into a regular expression and escapes only dots and pluses.
  private func expanded(_ bytes: some Collection<UInt8>) -> String {
    var expression = "^(?:"
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."): expression += "\\."
      case UInt8(ascii: "+"): expression += "\\+"
      case UInt8(ascii: "*"): expression += ".*"
      default: expression.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return expression + ")$"
  }

  /// `1.2.*`, or `1.2*`, which conda prints as `1.2.*`; of more asterisks only one is taken off.
  private func prefix(stem: ArraySlice<UInt8>) throws(VersionSpecError) -> VersionSpec.Node {
    var text = bytes.text
    var wanted = stem
    if bytes.hasSuffix(".*") {
      while wanted.last == UInt8(ascii: ".") { wanted = wanted.dropLast() }
    } else {
      wanted = bytes.dropLast()
      text = wanted.text + ".*"
    }
    return .constraint(.startsWith(try version(wanted)), text: text)
  }

  private func relation() throws(VersionSpecError) -> VersionConstraint {
    let rest = bytes.drop(while: \.isOperator)
    guard let first = rest.first, !first.isSpace, !rest.contains(where: \.isSpace),
      let symbol = ConstraintSymbol(bytes[..<rest.startIndex])
    else { throw error(.invalidOperator(bytes.text), 0) }
    let index = rest.startIndex - bytes.startIndex
    let hasWildcard = rest.hasSuffix(".*")
    // conda ignores the wildcard behind most operators.
    let limit = try version(hasWildcard ? rest.dropLast(2) : rest, at: index)
    switch symbol {
    case .startsWith, .none: return .startsWith(limit)
    case .compatible:
      if hasWildcard { throw error(.operatorWithWildcard("~="), index) }
      return .compatible(limit, prefix: try compatiblePrefix(of: limit, rest, at: index))
    case .compare(.notEqual) where hasWildcard: return .notStartsWith(limit)
    case .compare(let relation): return .compare(relation, limit)
    }
  }

  /// Without what stands behind the last dot; conda finds out while it matches, we at once.
  private func compatiblePrefix(
    of limit: Version, _ written: ArraySlice<UInt8>, at index: Int
  ) throws(VersionSpecError) -> Version {
    let normal = Array(limit.canonical(.conda).utf8)
    let dot = normal.lastIndex(of: UInt8(ascii: ".")) ?? 0
    guard dot > 0 else { throw error(.compatibleNeedsTwoSegments(written.text), index) }
    return try version(normal[..<dot], at: index)
  }
}
