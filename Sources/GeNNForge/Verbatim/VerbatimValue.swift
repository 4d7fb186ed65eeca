package import RecipeModel

/// A value as `recipe.yaml` has it, written as a literal.
///
///     ["files": ["*.so"], "strict": true, "number": 3]
public struct VerbatimValue: Hashable, Sendable {
  package var model: RecipeValue

  private init(_ model: RecipeValue) { self.model = model }

  /// What YAML reads from text without quotes, such as `1.50` or `null`.
  public static func plain(_ text: String) -> VerbatimValue { VerbatimValue(.plain(text)) }
}

extension VerbatimValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text; it may hold `${{ … }}`.
  public init(stringLiteral value: String) { model = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { model = .plain(String(value)) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { model = .plain(value ? "true" : "false") }
  /// A list.
  public init(arrayLiteral elements: VerbatimValue...) { model = .list(elements.map(\.model)) }
  /// A mapping, in this order.
  public init(dictionaryLiteral elements: (String, VerbatimValue)...) {
    model = .map(elements.map { .init($0.0, $0.1.model) })
  }
}
