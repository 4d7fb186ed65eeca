/// Why a text is not a version spec.
package struct VersionSpecError: NotationError {
  package enum Cause: Hashable, Sendable {
    case empty
    case version(VersionError.Cause)
    case pattern(PatternError.Cause)
    case invalidOperator(String)
    case operatorWithWildcard(String)
    case missingRangeSpecifier(String)
    case regexNotSupported
    case unanchoredRegex
    case compatibleNeedsTwoSegments(String)
    case missingConstraint
    case unbalancedParenthesis
    case unexpected(Character)
    case tooDeep
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .empty: "the version spec is empty"
    case .version(let cause): VersionError(cause: cause, offset: offset).message
    case .pattern(let cause): PatternError(cause: cause, offset: offset).message
    case .invalidOperator(let text): "'\(text)' does not begin with a valid operator"
    case .operatorWithWildcard(let text): "'*' is incompatible with the operator '\(text)'"
    case .missingRangeSpecifier(let text): "missing range specifier for '\(text)'"
    case .regexNotSupported: "an asterisk is only supported at the end of a version"
    case .unanchoredRegex: "a regular expression has to begin with '^' and end with '$'"
    case .compatibleNeedsTwoSegments(let text): "'~=\(text)' leaves no segment to compare"
    case .missingConstraint: "a version is missing here"
    case .unbalancedParenthesis: "the parentheses are not balanced"
    case .unexpected(let character): "'\(character)' cannot stand here in a version spec"
    case .tooDeep: "the parentheses are nested too deeply"
    }
  }

  package var remedy: String? {
    switch cause {
    case .empty: "write '*' for any version"
    case .version(let cause): VersionError(cause: cause, offset: offset).remedy
    case .pattern(let cause): PatternError(cause: cause, offset: offset).remedy
    case .invalidOperator: "use one of ==, !=, <=, >=, <, >, = and ~=, without spaces behind it"
    case .operatorWithWildcard: "leave out the operator or the '*'"
    case .missingRangeSpecifier(let text): "write '==\(text)' or '\(text).*'"
    case .regexNotSupported: "write a prefix such as 1.2.*, or bounds such as >=1.2,<1.3"
    case .unanchoredRegex: "write '^' and '$' around it"
    case .compatibleNeedsTwoSegments: "write '>=' or name more segments, as in ~=1.2"
    case .missingConstraint: "write a version between ',' and '|', or leave the separator out"
    case .unbalancedParenthesis: "close each parenthesis that you open"
    case .unexpected: "join constraints with ',' (and) or '|' (or)"
    case .tooDeep: "write it with fewer parentheses"
    }
  }
}
