import RecipeModel
import YAML

/// Lists with `if`/`then`/`else` between their values.
enum V1Items {
  static func list(_ key: String, _ items: [Item<Requirement>]) -> [YAMLBlock.Entry] {
    items.isEmpty ? [] : [.init(YAMLText(key), .sequence(self.items(items) { requirement($0) }))]
  }

  static func list(_ key: String, _ items: [Item<String>]) -> [YAMLBlock.Entry] {
    items.isEmpty ? [] : [.init(YAMLText(key), .sequence(self.items(items) { .string($0) }))]
  }

  static func items<Value>(
    _ items: [Item<Value>], known: [Condition] = [], value: (Value) -> YAMLBlock
  ) -> [YAMLBlock.Item] {
    merged(items).map { item in
      switch item {
      case .value(let located):
        return .init(value(located.value), trivia: YAMLTrivia(located.comment))
      case .when(let located, let then, let otherwise):
        let condition = located.value
        var entries: [YAMLBlock.Entry] = [
          .init("if", .string(V1Expression.condition(condition, known: known))),
          .init(
            "then", .sequence(self.items(then, known: known + [condition], value: value))),
        ]
        if !otherwise.isEmpty {
          entries.append(
            .init(
              "else", .sequence(self.items(otherwise, known: known + [!condition], value: value))))
        }
        return .init(.mapping(entries), trivia: YAMLTrivia(located.comment))
      }
    }
  }

  /// Neighbours under one condition become one choice.
  private static func merged<Value>(_ items: [Item<Value>]) -> [Item<Value>] {
    items.reduce(into: []) { result, item in
      if case .when(let condition, let then, let otherwise) = item,
        case .when(let previous, let before, let beforeOtherwise)? = result.last,
        previous == condition, condition.comment == nil
      {
        result[result.count - 1] = .when(
          previous, then: before + then, otherwise: beforeOtherwise + otherwise)
      } else {
        result.append(item)
      }
    }
  }

  static func requirement(_ requirement: Requirement) -> YAMLBlock {
    switch requirement {
    case .package(let spec): .string(V1Expression.text(spec))
    // Literally so, in single quotes: conda-smithy looks for this text to switch CUDA on.
    case .compiler(let language): .string("${{ compiler('\(language)') }}")
    case .stdlib(let language): .string("${{ stdlib('\(language)') }}")
    case .pinSubpackage(let pin): .string("${{ pin_subpackage(\(arguments(pin))) }}")
    case .pinCompatible(let pin): .string("${{ pin_compatible(\(arguments(pin))) }}")
    }
  }

  private static func arguments(_ pin: PackagePin) -> String {
    var arguments = [V1Expression.quoted(pin.name)]
    if pin.exact { return (arguments + ["exact=True"]).joined(separator: ", ") }
    if pin.lowerBound != PackagePin.defaultLowerBound {
      arguments.append("lower_bound=\(pin.lowerBound.map(V1Expression.quoted) ?? "None")")
    }
    if pin.upperBound != PackagePin.defaultUpperBound {
      arguments.append("upper_bound=\(pin.upperBound.map(V1Expression.quoted) ?? "None")")
    }
    return arguments.joined(separator: ", ")
  }
}
