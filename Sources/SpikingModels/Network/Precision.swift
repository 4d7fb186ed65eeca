/// The floating-point type that `scalar` stands for in a network's snippets, and the type of time.
///
/// Source: GeNN 5.4.0, `GeNNModel(precision)`; time has the same type unless it is asked for.
public enum Precision: String, Hashable, Sendable, CaseIterable, Codable {
  /// IEEE 754 binary32, GeNN's default.
  case float
  /// IEEE 754 binary64.
  case double
}
