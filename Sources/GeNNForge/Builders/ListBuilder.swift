/// What all result builders of this module have in common: lines in, a list out.
///
/// Plain `if` and `for` run while the recipe is described; ``when(_:_:otherwise:)`` puts the
/// condition into the recipe.
public protocol ListBuilder {
  /// What a line becomes.
  associatedtype Element
}

extension ListBuilder {
  /// A line that is made already: a choice.
  public static func buildExpression(_ element: Element) -> [Element] { [element] }
  /// Lines that a function returns.
  public static func buildExpression(_ elements: [Element]) -> [Element] { elements }
  /// Lines in order.
  public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }
  /// `if` … `else`, the first branch.
  public static func buildEither(first part: [Element]) -> [Element] { part }
  /// `if` … `else`, the second branch.
  public static func buildEither(second part: [Element]) -> [Element] { part }
  /// `for` … `in`.
  public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap { $0 } }
}
