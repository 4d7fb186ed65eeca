package import YAML

/// A value of a rendered recipe with the place in the recipe that it comes from.
///
/// Two nodes are equal when their values are, wherever they stand.
package struct RenderedNode: Sendable {
  package indirect enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// Only what conda-build computes itself; numbers in the text stay text.
    case int(Int)
    case text(String)
    case list([RenderedNode])
    case map(RenderedMap)
  }

  package var value: Value
  package var place: YAMLMark?

  package init(_ value: Value, at place: YAMLMark? = nil) {
    self.value = value
    self.place = place
  }
}

extension RenderedNode: Hashable {
  package static func == (a: Self, b: Self) -> Bool { a.value == b.value }
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension RenderedNode {
  package var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  package var list: [RenderedNode]? {
    if case .list(let nodes) = value { nodes } else { nil }
  }

  package var map: RenderedMap? {
    if case .map(let map) = value { map } else { nil }
  }

  package subscript(key: String) -> RenderedNode? { map?[key] }

  /// Truth as Python has it.
  package var isTruthy: Bool {
    switch value {
    case .null: false
    case .bool(let flag): flag
    case .int(let number): number != 0
    case .text(let text): !text.isEmpty
    case .list(let nodes): !nodes.isEmpty
    case .map(let map): !map.entries.isEmpty
    }
  }

  package var isNull: Bool { value == .null }

  /// What Python's `str` makes of a scalar.
  package var pythonText: String? {
    switch value {
    case .null: "None"
    case .bool(let flag): flag ? "True" : "False"
    case .int(let number): String(number)
    case .text(let text): text
    case .list, .map: nil
    }
  }
}
