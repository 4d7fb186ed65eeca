import Diagnostics
import RecipeModel

/// A line of a description with its place, or a choice between lines.
///
/// You don't make these: the result builders do.
public indirect enum Entry<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One line.
  case line(Value, RecipePlace)
  /// Lines for the builds where a condition holds, and lines for the others.
  case choice(Condition, RecipePlace, then: [Entry], otherwise: [Entry])
}

extension Entry {
  func item<Other>(_ convert: (Value) -> Other) -> Item<Other> {
    switch self {
    case .line(let value, let place): Item(convert(value), at: place.location)
    case .choice(let condition, let place, let then, let otherwise):
      .when(
        Located(condition.model, at: place.location), then: then.map { $0.item(convert) },
        otherwise: otherwise.map { $0.item(convert) })
    }
  }
}

extension Array {
  func items<Value, Other>(_ convert: (Value) -> Other) -> [Item<Other>]
  where Element == Entry<Value> {
    map { $0.item(convert) }
  }
}
