import Diagnostics
import YAML

// `conda_build_config.yaml`, whose lines carry selectors.
extension V1.VariantFile {
  func readLegacy(_ text: String) throws(Diagnostic) -> V1.VariantConfiguration {
    let stream = YAMLReader(file: file).read(selectedLines(of: text))
    try Self.firstError(in: stream)
    var configuration = V1.VariantConfiguration()
    guard let document = stream.documents.first, !isNothing(document) else { return configuration }
    guard let mapping = document.mapping else {
      throw .unexpectedKind(
        of: "the variant file", V1.Node(document), expected: "a mapping", at: document.location)
    }
    for pair in mapping.pairs where pair.name != "pin_run_as_build" && !isNothing(pair.value) {
      let items = try items(of: pair.value, pair.name)
      if pair.name == "zip_keys" {
        var groups: [[V1.VariantKey]] = []
        for item in items {
          groups.append(
            try self.items(of: item, pair.name).compactMap { $0.scalar.map { .init($0.text) } })
        }
        configuration.zipKeys = groups
      } else {
        var values: [V1.Value] = []
        for item in items { values.append(try value(of: item, pair.name)) }
        configuration[V1.VariantKey(pair.name)] = values
      }
    }
    return configuration
  }

  private func isNothing(_ node: YAMLNode) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  private func items(of node: YAMLNode, _ field: String) throws(Diagnostic) -> [YAMLNode] {
    guard let sequence = node.sequence else {
      throw .unexpectedKind(of: field, V1.Node(node), expected: "a list", at: node.location)
    }
    return sequence.items
  }

  private func value(of node: YAMLNode, _ field: String) throws(Diagnostic) -> V1.Value {
    guard let scalar = node.scalar else {
      throw .unexpectedKind(
        of: field, V1.Node(node), expected: "a list of single values", at: node.location)
    }
    guard scalar.style == .plain, scalar.tag == nil else { return .string(scalar.text) }
    if isNothing(node) { return V1.Value.none }
    return V1.LegacyScalar.value(of: scalar.text)
  }

  /// The lines whose selector holds, without comments. Line numbers stay: what goes leaves an empty line.
  private func selectedLines(of text: String) -> String {
    let text =
      text.replacing(bytesOf: "os.environ.get", with: "environ_get")
      .replacing(bytesOf: ".startswith", with: " is startingwith")
    var evaluator = V1.Evaluator(scope: V1.Scope(platforms: platforms, permissions: permissions))
    var lines: [String] = []
    for line in text.parts(separator: "\n", splits: nil) {
      lines.append(selected(line, &evaluator) ?? "")
    }
    return lines.joined(separator: "\n")
  }

  private func selected(_ line: String, _ evaluator: inout V1.Evaluator) -> String? {
    let sides = line.parts(separator: "#", splits: 1)
    let content = Array(sides[0].utf8)
    let end = content.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
    let kept = String(decoding: content[..<end], as: UTF8.self)
    if sides.count > 1, let condition = selector(sides[1]), !holds(condition, &evaluator) {
      return nil
    }
    return V1.LegacyScalar.quotingNumber(in: kept)
  }

  private func selector(_ comment: String) -> String? {
    let bytes = Array(comment.utf8)[...].trimmed(\.isSpace)
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else {
      return nil
    }
    return String(decoding: bytes.dropFirst().dropLast().trimmed(\.isSpace), as: UTF8.self)
  }

  /// A selector that can't be evaluated does not hold.
  private func holds(_ condition: String, _ evaluator: inout V1.Evaluator) -> Bool {
    if condition.isEmpty { return true }
    do throws(V1.ExpressionError) {
      let expression = try V1.ExpressionParser.parse(condition)
      return try evaluator.operand(expression).isTrue
    } catch {
      return false
    }
  }
}
