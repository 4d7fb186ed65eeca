import Diagnostics

extension V1.RecipeParser {
  private static let singleFields = [
    "$schema", "package", "build", "about", "requirements", "extra", "source", "tests",
    "schema_version", "context",
  ]
  private static let multipleFields = [
    "recipe", "version", "build", "about", "extra", "source", "tests", "outputs",
    "schema_version", "context",
  ]

  /// The whole recipe; nil when what it misses leaves nothing to render.
  mutating func recipe(_ node: Node) throws(Diagnostic) -> V1.Recipe? {
    guard case .mapping(let top) = node else {
      throw .unexpectedKind(
        of: "the recipe", node, expected: "a mapping with 'package:' or 'recipe:' and 'outputs:'",
        at: location(node.place))
    }
    let isMultiple = top["outputs"] != nil
    let fields = try mapping(
      node, "the recipe", allowed: isMultiple ? Self.multipleFields : Self.singleFields)
    checkSchemaVersion(fields)
    let context = field("context", of: fields) { try $0.context($1) } ?? []
    guard let form = isMultiple ? try multiple(fields) : try single(fields) else { return nil }
    var sections = V1.Recipe.Sections()
    sections.build = field("build", of: fields) { try $0.build($1) } ?? .init()
    sections.about = field("about", of: fields) { try $0.about($1) } ?? .init()
    sections.extra = field("extra", of: fields) { try $0.extra($1) } ?? []
    sections.sources = field("source", of: fields) { try $0.sources($1) } ?? []
    sections.tests = field("tests", of: fields) { try $0.tests($1) } ?? []
    return V1.Recipe(form: form, context: context, sections: sections, parser: self)
  }

  private mutating func checkSchemaVersion(_ fields: Node.Mapping) {
    guard let node = fields["schema_version"] else { return }
    guard case .scalar(let scalar) = node, UInt32(scalar.text) == 1 else {
      findings.append(
        .invalidValue(
          of: "schema_version", "only version 1 is known", remedy: "write 1",
          at: location(node.place)))
      return
    }
  }

  private mutating func single(_ fields: Node.Mapping) throws(Diagnostic) -> V1.Recipe.Form? {
    let package = required("package", of: fields, in: "the recipe") {
      parser, node in
      let fields = try parser.mapping(node, "package", allowed: ["name", "version"])
      let name = parser.required("name", of: fields, in: "package") {
        try $0.text($1, "package.name", .packageName)
      }
      let version = parser.required("version", of: fields, in: "package") {
        try $0.text($1, "package.version", .version)
      }
      return (name, version)
    }
    let requirements = field("requirements", of: fields) { try $0.requirements($1) } ?? .init()
    guard case (let name?, let version?)? = package else { return nil }
    return .single(name: name, version: version, requirements)
  }

  private mutating func multiple(_ fields: Node.Mapping) throws(Diagnostic) -> V1.Recipe.Form? {
    var version: V1.Templated<String>?
    if let node = fields["recipe"] {
      let fields = try mapping(node, "recipe", allowed: ["name", "version"])
      _ = field("name", of: fields) { try $0.text($1, "recipe.name", .packageName) }
      version = field("version", of: fields) { try $0.text($1, "recipe.version", .version) }
    } else {
      version = field("version", of: fields) { try $0.text($1, "version", .version) }
    }
    let outputs = field("outputs", of: fields) { try $0.outputs($1) }
    return outputs.map { .multiple(version: version, $0) }
  }

  private mutating func context(_ node: Node) throws(Diagnostic) -> [V1.ContextEntry] {
    var entries: [V1.ContextEntry] = []
    for (key, value) in try mapping(node, "context").entries {
      guard !key.text.utf8.contains(UInt8(ascii: "-")) else {
        findings.append(
          .invalidValue(
            of: "context", "'\(key.text)' can't be a name in an expression",
            remedy: "write '_' instead of '-'", at: location(key.place)))
        continue
      }
      do throws(Diagnostic) {
        let value = try contextValue(value, "context.\(key.text)")
        entries.append(V1.ContextEntry(name: key.text, value: value))
      } catch {
        findings.append(error)
      }
    }
    return entries
  }

  private mutating func contextValue(
    _ node: Node, _ field: String
  ) throws(Diagnostic) -> V1.ContextValue {
    switch node {
    case .mapping:
      throw .unexpectedKind(
        of: field, node, expected: "a single value or a list", at: location(node.place))
    case .sequence(let items, _):
      var values: [V1.Value] = []
      for item in items { values.append(Self.value(try scalar(item, field))) }
      return .fixed(.list(values))
    case .scalar(let scalar):
      guard V1.Template.isTemplate(scalar.text) else { return .fixed(Self.value(scalar)) }
      let template = try template(scalar, field)
      guard let source = Self.onlyExpression(scalar.text) else {
        return .template(template, isText: !scalar.isPlain, scalar.place)
      }
      do throws(V1.ExpressionError) {
        let expression = try V1.ExpressionParser.parse(source)
        return .expression(expression, source: source, isText: !scalar.isPlain, scalar.place)
      } catch {
        throw .invalidExpression(error, in: field, at: location(scalar.place))
      }
    }
  }

  /// What stands between the braces when a text is one expression and nothing else.
  static func onlyExpression(_ text: String) -> String? {
    let bytes = Array(text.utf8)[...].trimmed(\.isSpace)
    guard bytes.starts(with: "${{".utf8), bytes.count >= 5, bytes.suffix(2).elementsEqual("}}".utf8)
    else { return nil }
    let inner = String(decoding: bytes.dropFirst(3).dropLast(2), as: UTF8.self)
    return inner.utf8.contains("${{")
      ? nil : String(decoding: Array(inner.utf8)[...].trimmed(\.isSpace), as: UTF8.self)
  }

  private static func value(_ scalar: Node.Scalar) -> V1.Value {
    if let flag = scalar.boolean { return .boolean(flag) }
    return scalar.integer.map { .integer($0) } ?? .string(scalar.text)
  }

  private mutating func extra(
    _ node: Node
  ) throws(Diagnostic) -> [(name: String, value: Node)] {
    try mapping(node, "extra").entries.map { ($0.key.text, $0.value) }
  }
}
