import Conda

/// A package that another one depends on.
package struct Requirement: Hashable, Sendable {
  /// As the package says it: `numpy >=2,<3`.
  package var text: String
  package var name: String

  package init(_ text: String) {
    self.text = text
    name = String(text.prefix { $0 != " " && $0 != "=" && $0 != "<" && $0 != ">" })
  }

  /// The lowest version that it allows: 2.17 of `__glibc >=2.17,<3.0.a0`.
  var lowestVersion: Version? {
    guard let spec = try? MatchSpec(text).version else { return nil }
    return spec.constraints.lazy.compactMap { constraint in
      switch constraint {
      case .compare(.greaterOrEqual, let version), .compare(.equal, let version),
        .startsWith(let version), .compatible(let version, _):
        version
      default: nil
      }
    }.first
  }
}
