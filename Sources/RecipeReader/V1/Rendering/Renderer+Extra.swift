import Diagnostics
import YAML

extension V1.Renderer {
  /// Free-form values; text in them may be templates.
  mutating func extra(
    _ entries: [(name: String, value: V1.Node)]
  ) throws(Diagnostic) -> V1.Fields {
    var fields = V1.Fields()
    for (name, value) in entries { fields.add(name, try extra(value)) }
    return fields
  }

  private mutating func extra(_ node: V1.Node) throws(Diagnostic) -> V1.Tree {
    switch node {
    case .scalar(let scalar): return try extra(scalar)
    case .sequence(let items, _):
      var trees: [V1.Tree] = []
      for item in items { trees.append(try extra(item)) }
      return .list(trees)
    case .mapping(let mapping):
      // The engine keeps inner mappings sorted.
      let sorted = mapping.entries.sorted {
        V1.Value.byteOrder($0.key.text, $1.key.text) == .before
      }
      return .fields(try extra(sorted.map { ($0.key.text, $0.value) }))
    }
  }

  private mutating func extra(_ scalar: V1.Node.Scalar) throws(Diagnostic) -> V1.Tree {
    let style: YAMLScalar.Style = scalar.isPlain ? .plain : .double
    switch YAMLScalar(scalar.text, style: style).resolved(by: .core12Extra) {
    case .null: return .null
    case .bool(let flag): return .boolean(flag)
    case .int(let number): return .integer(number)
    case .float(let number): return .number(number)
    case .string(let text), .bigInt(let text), .timestamp(let text):
      guard V1.Template.isTemplate(text) else { return .string(text) }
      return .string(try self.text(try template(text, scalar.place), scalar.place))
    }
  }

  private func template(_ text: String, _ place: V1.Place) throws(Diagnostic) -> V1.Template {
    do throws(V1.ExpressionError) {
      return try V1.Template(text)
    } catch {
      throw .failedExpression(error, in: text, at: location(place))
    }
  }
}
