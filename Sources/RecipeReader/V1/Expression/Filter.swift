import Diagnostics

extension V1 {
  /// The filters that there are; any other name is an error once it is used.
  package enum Filter: String, CaseIterable, Sendable {
    case versionToBuildString = "version_to_buildstring"
    case replace, lower, upper, int, abs, bool, `default`, first, last, length, list, join, min, max
    case reverse, sort, trim, unique, split

    static func unknown(_ name: String) -> ExpressionError {
      let suggestion = Suggestion(for: name, in: allCases.map(\.rawValue))
      return ExpressionError(
        .unknownFilter, "there is no filter '\(name)'",
        remedy: suggestion?.remedy
          ?? "use one of \(allCases.map(\.rawValue).sorted().joined(separator: ", "))")
    }

    /// Whether an undefined value is just another value to this filter.
    var takesUndefined: Bool { self == .default || self == .join || self == .reverse }

    func apply(to value: Value, _ arguments: Arguments) throws(ExpressionError) -> Value {
      switch self {
      case .sort, .unique: break
      case .replace: try arguments.require(atMost: 2)
      case .default, .split: try arguments.require(atMost: 2)
      case .trim, .join: try arguments.require(atMost: 1)
      default: try arguments.require(atMost: 0)
      }
      return switch self {
      case .versionToBuildString: .string(BuildStringParts.shortened(value.description))
      case .replace: .string(try replaced(value.description, arguments))
      case .lower: .string(value.description.lowercased())
      case .upper: .string(value.description.uppercased())
      case .trim: .string(try trimmed(value.description, arguments))
      case .split: .list(try split(value, arguments))
      case .int: .integer(try whole(value))
      case .abs: try magnitude(value)
      case .bool: .boolean(value.isTrue)
      case .default: try defaulted(value, arguments)
      case .first, .last: try end(of: value)
      case .length: .integer(try length(of: value))
      case .list: .list(try elements(of: value))
      case .join: .string(try joined(value, arguments))
      case .min, .max: extremum(of: try elements(of: value))
      case .reverse: try reversed(value)
      case .sort: .list(try sorted(try elements(of: value), arguments))
      case .unique: .list(try distinct(try elements(of: value), arguments))
      }
    }

    func refuse(_ value: Value, _ need: String) -> ExpressionError {
      .operation("the filter '\(rawValue)' \(need), not a value of kind \(value.kind.name)")
    }
  }
}
