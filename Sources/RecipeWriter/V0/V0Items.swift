import RecipeModel
import YAML

/// Lists with a selector behind each line that not every build has.
struct V0Items {
  var selector: V0Selector

  func list(_ key: String, _ items: [Item<Requirement>]) -> [YAMLBlock.Entry] {
    list(key, items) { V0Items.requirement($0) }
  }

  func list(_ key: String, _ items: [Item<String>]) -> [YAMLBlock.Entry] {
    list(key, items) { .string($0) }
  }

  func list<Value>(
    _ key: String, _ items: [Item<Value>], value: (Value) -> YAMLBlock
  ) -> [YAMLBlock.Entry] {
    let lines = self.items(items, value: value)
    return lines.isEmpty ? [] : [.init(YAMLText(key), .sequence(lines))]
  }

  func items<Value>(
    _ items: [Item<Value>], value: (Value) -> YAMLBlock
  ) -> [YAMLBlock.Item] {
    items.guarded().filter { Condition.all($0.conditions).isPossible }.map { guarded in
      let block = value(guarded.value.value)
      return .init(
        block,
        trivia: selector.trivia(guarded.conditions, around: block)
          .commented(guarded.value.comment, inV0: true))
    }
  }

  static func requirement(_ requirement: Requirement) -> YAMLBlock {
    switch requirement {
    case .package(let spec): spec.literal.map { .string($0) } ?? .verbatim(V0Text.text(spec))
    // Literally so, in single quotes: conda-smithy looks for this text to switch CUDA on.
    case .compiler(let language): .verbatim("{{ compiler('\(language)') }}")
    case .stdlib(let language): .verbatim("{{ stdlib('\(language)') }}")
    case .pinSubpackage(let pin): .verbatim("{{ pin_subpackage(\(arguments(pin))) }}")
    case .pinCompatible(let pin): .verbatim("{{ pin_compatible(\(arguments(pin))) }}")
    }
  }

  private static func arguments(_ pin: PackagePin) -> String {
    var arguments = [V0Selector.quoted(pin.name)]
    if pin.exact { return (arguments + ["exact=True"]).joined(separator: ", ") }
    if pin.lowerBound != PackagePin.defaultLowerBound {
      arguments.append(bound("min_pin", "lower_bound", pin.lowerBound))
    }
    if pin.upperBound != PackagePin.defaultUpperBound {
      arguments.append(bound("max_pin", "upper_bound", pin.upperBound))
    }
    return arguments.joined(separator: ", ")
  }

  /// conda-build has one argument for `x.x` and one for versions.
  private static func bound(_ pattern: String, _ version: String, _ value: String?) -> String {
    guard let value else { return "\(pattern)=None" }
    return "\(isPattern(value) ? pattern : version)=\(V0Selector.quoted(value))"
  }

  static func isPattern(_ bound: String) -> Bool { bound.allSatisfy { $0 == "x" || $0 == "." } }
}
