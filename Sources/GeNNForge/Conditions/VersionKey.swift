package import RecipeModel

/// A variant key whose values are versions: `Python.version`, `CUDA.version` or one of your own.
public struct VersionKey: Hashable, Sendable {
  package var key: VariantKey

  /// A key of conda-forge's pinning, or one that ``Variants`` declares.
  public init(_ name: String) { key = VariantKey(name) }

  private func compared(_ relation: VersionRelation, _ version: String) -> Condition {
    Condition(.version(key, relation, version))
  }

  /// Earlier.
  public static func < (a: Self, b: String) -> Condition { a.compared(.less, b) }
  /// Earlier or the same.
  public static func <= (a: Self, b: String) -> Condition { a.compared(.atMost, b) }
  /// The same.
  public static func == (a: Self, b: String) -> Condition { a.compared(.equal, b) }
  /// Another.
  public static func != (a: Self, b: String) -> Condition { a.compared(.differs, b) }
  /// Later or the same.
  public static func >= (a: Self, b: String) -> Condition { a.compared(.atLeast, b) }
  /// Later.
  public static func > (a: Self, b: String) -> Condition { a.compared(.greater, b) }
}

/// The Python that a variant is built for.
public enum Python {
  /// Compares as a version: `Python.version >= "3.11"`.
  public static let version = VersionKey("python")
}
