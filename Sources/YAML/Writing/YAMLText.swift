/// The text of a scalar and how it shall look.
package struct YAMLText: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// Plain where no reader could take it for anything but this text, a literal block where it has
    /// several lines, else in double quotes.
    case automatic
    case double
    /// Double quotes stand in where single ones cannot express the text.
    case single
    /// Double quotes stand in where a literal block cannot express the text.
    case literal
    /// The text as it is: numbers, truth values, and Jinja in `meta.yaml`, which runs before YAML
    /// does. The caller answers for what a reader makes of it. Text of several lines is quoted.
    case verbatim
  }

  package var text: String
  package var style: Style

  package init(_ text: String, style: Style = .automatic) {
    self.text = text
    self.style = style
  }
}

extension YAMLText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
