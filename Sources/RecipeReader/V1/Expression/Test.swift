import Diagnostics

extension V1 {
  /// What can stand behind `is`; anything else is an error once it is used.
  package enum Test: String, CaseIterable, Sendable {
    case defined, undefined, none, safe, odd, even, number, integer, float, string, sequence,
      boolean
    case startingwith, endingwith
    case equal = "eq"
    case notEqual = "ne"
    case less = "lt"
    case lessOrEqual = "le"
    case greater = "gt"
    case greaterOrEqual = "ge"
    case contained = "in"
    case isTrue = "true"
    case isFalse = "false"

    init?(_ name: String) {
      switch name {
      case "int": self = .integer
      case "escaped": self = .safe
      default: self.init(rawValue: name)
      }
    }

    static func unknown(_ name: String) -> ExpressionError {
      let suggestion = Suggestion(for: name, in: allCases.map(\.rawValue))
      return ExpressionError(
        .unknownTest, "there is no test '\(name)'",
        remedy: suggestion?.remedy)
    }

    /// Whether an undefined value is just another value to this test.
    var takesUndefined: Bool { self != .startingwith && self != .endingwith }

    func holds(for value: Value, _ arguments: Arguments) throws(ExpressionError) -> Bool {
      try arguments.require(atMost: takesArgument ? 1 : 0)
      switch self {
      case .defined: return !value.isUndefined
      case .undefined: return value.isUndefined
      case .none: return value.kind == .none
      case .safe: return false
      case .odd: return Self.whole(value).map { $0 % 2 != 0 } ?? false
      case .even: return Self.whole(value).map { $0 % 2 == 0 } ?? false
      case .number: return value.kind == .number
      case .integer: if case .integer = value { return true } else { return false }
      case .float: if case .number = value { return true } else { return false }
      case .string: return value.kind == .string
      case .sequence: return value.kind == .sequence
      case .boolean: return value.kind == .boolean
      case .isTrue: if case .boolean(true) = value { return true } else { return false }
      case .isFalse: if case .boolean(false) = value { return true } else { return false }
      case .startingwith:
        return value.description.utf8.starts(with: try arguments.printed(0).utf8)
      case .endingwith:
        return value.description.utf8.reversed().starts(
          with: try arguments.printed(0).utf8.reversed())
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained:
        return try compares(value, to: try arguments.required(0))
      }
    }

    private var takesArgument: Bool {
      switch self {
      case .startingwith, .endingwith, .equal, .notEqual, .less, .lessOrEqual, .greater,
        .greaterOrEqual, .contained:
        true
      default: false
      }
    }

    private func compares(_ value: Value, to other: Value) throws(ExpressionError) -> Bool {
      switch self {
      case .equal: return value.equals(other)
      case .notEqual: return !value.equals(other)
      case .less: return value.order(to: other) == .before
      case .lessOrEqual: return value.order(to: other) != .after
      case .greater: return value.order(to: other) == .after
      case .greaterOrEqual: return value.order(to: other) != .before
      default:
        if case .undefined = other { throw .undefined }
        return (try? Operators.isContained(value, in: other)) ?? false
      }
    }

    private static func whole(_ value: Value) -> Int? {
      switch value {
      case .integer(let number): number
      case .boolean(let flag): flag ? 1 : 0
      case .number(let number): number.whole
      default: nil
      }
    }
  }
}
