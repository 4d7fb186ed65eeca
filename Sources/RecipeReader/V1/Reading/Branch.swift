extension V1 {
  /// One entry of a list in which `if`/`then`/`else` may stand at any depth.
  indirect enum Branch<Element: Sendable>: Sendable {
    case element(Element)
    case conditional(Condition, then: [Branch], otherwise: [Branch])
  }

  /// What stands behind `if:`.
  struct Condition: Sendable {
    let source: String
    let expression: Expression
    /// All that it mentions, sorted.
    let variables: [String]
    let place: Place
  }
}
