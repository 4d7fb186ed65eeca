/// A parsed Jinja template, as jinja2 3.1 understands it.
///
///     let template = try JinjaTemplate(Array("{% set v = '1.2' %}{{ v.split('.')[0] }}".utf8))
///     try template.rendered(with: JinjaContext()).text   // "1"
///
/// It computes and prints and can do nothing else: what a template may call comes from the context.
package struct JinjaTemplate: Sendable {
  let bytes: [UInt8]
  let statements: [JinjaStatement]

  package init(_ bytes: [UInt8]) throws(PythonError) {
    // jinja2 reads every kind of line end as a newline.
    self.bytes = bytes.contains(0x0D) ? Self.withNewlines(bytes) : bytes
    statements = try JinjaParser.parse(self.bytes)
  }

  private static func withNewlines(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        result.append(byte)
      }
    }
    return result
  }

  /// The text that the template makes; its map leads back to the template.
  package func rendered(with context: JinjaContext) throws(PythonError) -> MappedText {
    let evaluation = JinjaEvaluation(context: context)
    let scope = JinjaScope(parent: nil)
    // Macros hold the scope that holds them.
    defer { scope.clear() }
    try evaluation.run(self, in: scope)
    return evaluation.output
  }
}
