/// A token of the Python expression inside a selector.
enum SelectorToken: Hashable, Sendable {
  case int(Int)
  case float(Double)
  case string(String)
  /// A name or keyword.
  case name(String)
  /// `(`, `==`, `+`, …
  case symbol(String)
  case end
}
