package import RecipeModel

/// A variant key whose values are the cases of an enumeration, so that a misspelt one doesn't compile.
///
///     enum MPI: String, CaseIterable, Sendable { case nompi, openmpi }
///     let mpi = ChoiceKey<MPI>("mpi")
///     …
///     when(mpi == .openmpi) { "openmpi" }
public struct ChoiceKey<Value: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  package var key: VariantKey

  /// The key's name: letters, digits and `_`.
  public init(_ name: String) { key = VariantKey(name) }

  /// The variant has this value.
  public static func == (a: Self, value: Value) -> Condition {
    Condition(.value(a.key, is: value.rawValue))
  }

  /// The variant has another value.
  public static func != (a: Self, value: Value) -> Condition { !(a == value) }
}
