/// A token of a template: text outside the tags, or a token of the language inside them.
struct JinjaToken: Sendable {
  enum Kind: Hashable, Sendable {
    /// Text that is printed as it stands.
    case data(Range<Int>)
    case blockBegin
    case blockEnd
    case variableBegin
    case variableEnd
    case name(String)
    case string(String)
    case int(Int)
    case float(Double)
    case symbol(String)
    case end
  }

  var kind: Kind
  /// Where it begins in the template, in bytes.
  var offset: Int

  /// As jinja2's messages call it.
  var description: String {
    switch kind {
    case .data: "template data / text"
    case .blockBegin: "begin of statement block"
    case .blockEnd: "end of statement block"
    case .variableBegin: "begin of print statement"
    case .variableEnd: "end of print statement"
    case .name(let name): name
    case .string(let text): text
    case .int: "integer"
    case .float: "float"
    case .symbol(let symbol): symbol
    case .end: "end of template"
    }
  }
}
