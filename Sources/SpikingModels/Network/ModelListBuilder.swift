/// What the builders of this module share: each takes single elements, `if`, `switch` and `for`
/// apart and hands back a list. A builder adds which elements it accepts.
public protocol ModelListBuilder {
  /// What the list holds.
  associatedtype Element
}

extension ModelListBuilder {
  /// Joins the lists of a block's lines.
  public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap { $0 } }

  /// The body of a `for`.
  public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap { $0 } }

  /// An `if` without `else`.
  public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }

  /// The first branch of an `if` or `switch`.
  public static func buildEither(first part: [Element]) -> [Element] { part }

  /// Another branch of an `if` or `switch`.
  public static func buildEither(second part: [Element]) -> [Element] { part }
}
