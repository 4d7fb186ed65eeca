extension ScriptText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }
  package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  package struct Interpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.literal(literal)) }
    }

    /// `"\(.prefix)"`
    package mutating func appendInterpolation(_ variable: ScriptVariable) {
      parts.append(.variable(variable))
    }

    /// A Swift value that is known while the recipe is described.
    package mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    package mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    /// `"\(path: .prefix / "include")"`
    package mutating func appendInterpolation(path: ScriptPath) { parts.append(.path(path)) }
    package mutating func appendInterpolation(text: ScriptText) { parts += text.parts }
  }
}
