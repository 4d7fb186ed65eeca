import Diagnostics
import RecipeReader
import YAML

extension JSONText {
  init(_ map: RenderedMap) {
    self = .object(map.entries.map { .init($0.key, JSONText($0.value)) })
  }

  init(_ node: RenderedNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .integer(number)
    case .text(let text): self = .string(text)
    case .list(let nodes): self = .array(nodes.map { JSONText($0) })
    case .map(let map): self.init(map)
    }
  }

  init(_ tree: V1.Tree) {
    switch tree {
    case .null: self = .null
    case .boolean(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .array(items.map { JSONText($0) })
    case .fields(let fields):
      self = .object(fields.entries.map { .init($0.name, JSONText($0.value)) })
    }
  }
}

extension YAMLBlock {
  init(_ value: JSONText) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .int(number)
    case .number: self = .verbatim(value.text(.compact))
    case .string(let text): self = .string(text)
    case .array(let elements): self = .sequence(elements.map { Item(YAMLBlock($0)) })
    case .object(let members):
      self = .mapping(members.map { Entry(YAMLText($0.name), YAMLBlock($0.value)) })
    }
  }
}
