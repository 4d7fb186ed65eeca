extension V1 {
  /// What only statements make: macros, and `loop` inside of a loop.
  package indirect enum TemplateObject: Sendable {
    case macro(Template.Macro, frame: Int)
    case loop(LoopState)

    package struct LoopState: Sendable {
      let loop: Template.Loop
      let frame: Int
      let depth: Int
      let index: Int
      let count: Int
      let previous: Value
      let next: Value
    }

    var description: String {
      switch self {
      case .macro(let macro, _): "<macro \(macro.name)>"
      case .loop(let state): "<loop \(state.index)/\(state.count)>"
      }
    }

    subscript(name: String) -> Value? {
      switch self {
      case .macro(let macro, _):
        switch name {
        case "name": .string(macro.name)
        case "arguments": .list(macro.parameters.map { .string($0.name) })
        case "caller": .boolean(macro.outerNames.contains("caller"))
        default: nil
        }
      case .loop(let state): state[name]
      }
    }
  }
}

extension V1.TemplateObject.LoopState {
  fileprivate subscript(name: String) -> V1.Value? {
    switch name {
    case "index": .integer(index + 1)
    case "index0": .integer(index)
    case "revindex": .integer(count - index)
    case "revindex0": .integer(count - index - 1)
    case "first": .boolean(index == 0)
    case "last": .boolean(index == count - 1)
    case "length": .integer(count)
    case "depth": .integer(depth + 1)
    case "depth0": .integer(depth)
    case "previtem": previous
    case "nextitem": next
    default: nil
    }
  }
}
