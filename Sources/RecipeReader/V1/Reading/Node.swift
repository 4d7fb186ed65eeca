extension V1 {
  /// A node of the recipe's YAML, as the engine takes it: text that may or may not be quoted, lists,
  /// and mappings with text for keys.
  package enum Node: Sendable {
    case scalar(Scalar)
    case sequence([Node], Place)
    case mapping(Mapping)

    package struct Scalar: Sendable {
      let text: String
      /// Only plain text can be a number or a truth value.
      let isPlain: Bool
      let place: Place
      /// Where the text itself begins: behind an opening quote.
      let textPlace: Place
    }

    package struct Mapping: Sendable {
      let entries: [(key: Scalar, value: Node)]
      let place: Place

      subscript(key: String) -> Node? { entries.first { $0.key.text == key }?.value }
    }

    var place: Place {
      switch self {
      case .scalar(let scalar): scalar.place
      case .sequence(_, let place): place
      case .mapping(let mapping): mapping.place
      }
    }

    /// As it stands in a message.
    var kindName: String {
      switch self {
      case .scalar: "a single value"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    }
  }
}

extension V1.Node.Scalar {
  var boolean: Bool? {
    guard isPlain else { return nil }
    return switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  var integer: Int? { isPlain ? Int(text) : nil }

  /// An empty value, `~` or `null`, quoted or not.
  var isNothing: Bool { text.isEmpty || text == "~" || text == "null" }
}
