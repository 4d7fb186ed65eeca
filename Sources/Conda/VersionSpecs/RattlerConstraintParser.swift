/// Reads one constraint as rattler does, after it was cut out of the spec.
struct RattlerConstraintParser {
  let bytes: ArraySlice<UInt8>
  let isStrict: Bool
  /// Where the whole spec begins.
  let shift: Int

  func constraint() throws(VersionSpecError) -> VersionConstraint {
    if bytes.first == UInt8(ascii: "*") { return .any }
    let rest = bytes.drop(while: \.isOperator)
    guard let first = rest.first, !first.isSpace,
      let symbol = ConstraintSymbol(bytes[..<rest.startIndex])
    else {
      throw error(.invalidOperator(bytes.text), 0)
    }
    if rest.count == 1, first == UInt8(ascii: "*") { return try wildcardOnly(symbol) }
    let (version, tail) = try version(rest)
    let wildcard = Wildcard(tail)
    if symbol == .none {
      if let found = try bare(version, wildcard, tail, written: rest) { return found }
    } else if wildcard == .none {
      return constraint(symbol, version)
    } else if wildcard.isSingle, symbol == .compare(.notEqual) {
      return .notStartsWith(version)
    } else if wildcard != .other, !isStrict {
      // conda ignores the wildcard here too.
      return constraint(symbol == .compare(.greater) ? .compare(.greaterOrEqual) : symbol, version)
    } else if wildcard.isSingle {
      throw error(.operatorWithWildcard(symbol.text), 0)
    }
    if rest.contains(UInt8(ascii: "*")) { throw error(.regexNotSupported, 0) }
    throw error(.version(.emptyComponent), tail.startIndex - bytes.startIndex + 1)
  }

  /// A version without an operator; nil if what stands behind it makes no sense.
  private func bare(
    _ version: Version, _ wildcard: Wildcard, _ tail: ArraySlice<UInt8>,
    written: ArraySlice<UInt8>
  ) throws(VersionSpecError) -> VersionConstraint? {
    switch wildcard {
    case .none:
      if isStrict { throw error(.missingRangeSpecifier(written.text), 0) }
      return .compare(.equal, version)
    case .bare, .dotted: return .startsWith(version)
    case .repeated: return isStrict ? nil : .startsWith(version)
    case .other:
      // `2023.*.*.`: one dot too many.
      let isNearly = tail.last == UInt8(ascii: ".") && Wildcard(tail.dropLast()).isDotted
      return isNearly && !isStrict ? .startsWith(version) : nil
    }
  }

  /// What stands behind the version.
  private enum Wildcard {
    case none
    /// `*`
    case bare
    /// `.*`
    case dotted
    /// `.*.*`
    case repeated
    case other

    var isSingle: Bool { self == .bare || self == .dotted }
    var isDotted: Bool { self == .dotted || self == .repeated }

    init(_ tail: ArraySlice<UInt8>) {
      if tail.isEmpty {
        self = .none
      } else if tail.count == 1, tail.first == UInt8(ascii: "*") {
        self = .bare
      } else if tail.count == 2, tail.hasPrefix(".*") {
        self = .dotted
      } else {
        var stem = tail
        while stem.hasSuffix(".*") { stem = stem.dropLast(2) }
        self = stem.isEmpty ? .repeated : .other
      }
    }
  }

  private func error(_ cause: VersionSpecError.Cause, _ index: Int) -> VersionSpecError {
    VersionSpecError(cause: cause, offset: bytes.startIndex - shift + index)
  }

  private func version(
    _ rest: ArraySlice<UInt8>
  ) throws(VersionSpecError) -> (Version, ArraySlice<UInt8>) {
    var reader = RattlerVersionReader(bytes: rest)
    do throws(VersionError) {
      let version = try reader.version()
      return (version, rest[reader.position...])
    } catch let failure {
      throw error(.version(failure.cause), rest.startIndex - bytes.startIndex + failure.offset)
    }
  }

  /// `>=*` and the like occur in old packages.
  private func wildcardOnly(_ symbol: ConstraintSymbol) throws(VersionSpecError)
    -> VersionConstraint
  {
    switch symbol {
    case .compare(.greaterOrEqual), .compare(.lessOrEqual), .compare(.equal), .compatible,
      .startsWith:
      if !isStrict { return .any }
    case .compare, .none: break
    }
    throw error(.operatorWithWildcard(symbol.text), 0)
  }

  private func constraint(_ symbol: ConstraintSymbol, _ version: Version) -> VersionConstraint {
    switch symbol {
    case .startsWith, .none: .startsWith(version)
    case .compatible: .compatible(version, prefix: version)
    case .compare(let relation): .compare(relation, version)
    }
  }
}
