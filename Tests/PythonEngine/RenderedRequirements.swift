/// Requirement lists; absent ones are empty.
package struct RenderedRequirements: Hashable, Sendable, Decodable {
  package var build: [Dependency]
  package var host: [Dependency]
  package var run: [Dependency]
  package var runConstraints: [Dependency]
  /// By kind: `weak`, `strong`, `noarch`, `weak_constraints`, `strong_constraints`.
  package var runExports: [String: [Dependency]]
  /// By kind: `by_name`, `from_package`.
  package var ignoreRunExports: [String: [String]]

  private enum CodingKeys: String, CodingKey {
    case build, host, run
    case runConstraints = "run_constraints"
    case runExports = "run_exports"
    case ignoreRunExports = "ignore_run_exports"
  }

  /// One requirement: a match spec, or a pin that is resolved while the package is built.
  package enum Dependency: Hashable, Sendable, Decodable {
    case spec(String)
    case pinSubpackage(Pin)
    case pinCompatible(Pin)

    private enum CodingKeys: String, CodingKey {
      case pinSubpackage = "pin_subpackage"
      case pinCompatible = "pin_compatible"
    }

    package init(from decoder: any Decoder) throws {
      if let spec = try? decoder.singleValueContainer().decode(String.self) {
        self = .spec(spec)
        return
      }
      let pins = try decoder.container(keyedBy: CodingKeys.self)
      if pins.contains(.pinCompatible) {
        self = .pinCompatible(try pins.decode(Pin.self, forKey: .pinCompatible))
      } else {
        self = .pinSubpackage(try pins.decode(Pin.self, forKey: .pinSubpackage))
      }
    }
  }

  package struct Pin: Hashable, Sendable, Decodable {
    package var name: String
    package var lowerBound: String?
    package var upperBound: String?
    package var exact: Bool?

    private enum CodingKeys: String, CodingKey {
      case name, exact
      case lowerBound = "lower_bound"
      case upperBound = "upper_bound"
    }

    package init(
      _ name: String, lowerBound: String? = nil, upperBound: String? = nil, exact: Bool? = nil
    ) {
      self.name = name
      self.lowerBound = lowerBound
      self.upperBound = upperBound
      self.exact = exact
    }
  }
}

extension RenderedRequirements.Dependency: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .spec(value) }
}
