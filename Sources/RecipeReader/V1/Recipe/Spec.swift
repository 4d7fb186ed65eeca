import Conda
import Diagnostics

extension V1 {
  /// A requirement on a package, checked and in its canonical form.
  package struct Spec: Hashable, Sendable {
    /// As the engine prints it.
    package let text: String
    /// The package in lower case; nil when the spec has a pattern for a name.
    package let name: String?
    /// Whether it says nothing but the name, which makes the name a possible variant key.
    package let isFree: Bool

    init(
      checking text: String, _ field: String, at location: @autoclosure () -> SourceLocation
    ) throws(Diagnostic) {
      if Self.isBareName(text) {
        self.text = text
        name = text
        isFree = true
        return
      }
      let spec = try Self.parse(text, .rattlerStrict, field, at: location())
      self.text = spec.inEngineForm
      name = spec.name?.exact?.lowercased()
      isFree = name != nil && spec.saysOnlyName
    }

    /// Most specs are a name and nothing else, for which there is nothing to parse.
    private static func isBareName(_ text: String) -> Bool {
      !text.isEmpty && !text.hasSuffix(".conda") && !text.hasSuffix(".tar.bz2")
        && text.utf8.allSatisfy {
          $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
    }

    static func parse(
      _ text: String, _ dialect: Dialect, _ field: String,
      at location: @autoclosure () -> SourceLocation
    ) throws(Diagnostic) -> MatchSpec {
      do throws(MatchSpecError) {
        return try MatchSpec(text, dialect: dialect)
      } catch {
        throw .invalidNotation(error, in: field, at: location())
      }
    }
  }
}

extension MatchSpec {
  /// Where a build has no version before it, the engine puts a `*` there.
  fileprivate var inEngineForm: String {
    guard version == nil, build != nil, let space = canonical.firstIndex(of: " ") else {
      return canonical
    }
    return "\(canonical[..<space]) *\(canonical[space...])"
  }

  fileprivate var saysOnlyName: Bool {
    version == nil && build == nil && buildNumber == nil && channel == nil && subdir == nil
      && namespace == nil && details.isEmpty
  }
}
