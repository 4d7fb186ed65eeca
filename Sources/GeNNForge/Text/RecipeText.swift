package import RecipeModel

/// Text in which `\(.version)` and its like stand for what each build fills in.
///
///     Source(url: "https://example.org/box-\(.version).tar.gz", sha256: "…")
///     // url: https://example.org/box-${{ version }}.tar.gz
public struct RecipeText: Hashable, Sendable {
  package var model: Text
}

/// What ``RecipeText`` can refer to.
public struct TextReference: Hashable, Sendable {
  package var model: Reference

  /// The recipe's version.
  public static let version = TextReference(model: .version)
  /// The build number, without what variants add to it.
  public static let buildNumber = TextReference(model: .buildNumber)
  /// The first seven digits of the hash that sets variants apart.
  public static let hash = TextReference(model: .hash)
  /// The platform that is built for: `linux-aarch64`.
  public static let platform = TextReference(model: .targetPlatform)
  /// The CUDA version of the variant: `12.9`.
  public static let cudaVersion = TextReference(model: .variant(.cudaCompilerVersion))
  /// A variant's value as it stands.
  public static func value(of key: VersionKey) -> TextReference {
    TextReference(model: .variant(key.key))
  }
  /// A variant's value as it stands.
  public static func value<Value>(of key: ChoiceKey<Value>) -> TextReference {
    TextReference(model: .variant(key.key))
  }
  /// A variant's version without dots: Python 3.12 becomes `312`.
  public static func digits(of key: VersionKey) -> TextReference {
    TextReference(model: .digits(key.key))
  }
}

extension RecipeText: ExpressibleByStringInterpolation {
  /// Collects the pieces of an interpolated text.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Text.Part] = []

    /// Nothing is reserved: texts are short.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Plain text.
    public mutating func appendLiteral(_ literal: String) {
      guard !literal.isEmpty else { return }
      if case .literal(let head)? = parts.last {
        parts[parts.count - 1] = .literal(head + literal)
      } else {
        parts.append(.literal(literal))
      }
    }

    /// What each build fills in.
    public mutating func appendInterpolation(_ reference: TextReference) {
      parts.append(.reference(reference.model))
    }

    /// A Swift text, known now.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// A Swift number, known now.
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
  }

  /// From a literal with references.
  public init(stringInterpolation: StringInterpolation) {
    model = Text(stringInterpolation.parts)
  }

  /// From a literal.
  public init(stringLiteral value: String) { model = Text(value) }

  /// From a Swift text.
  public init(_ text: String) { model = Text(text) }
}
