package import Diagnostics
import YAML

extension V1 {
  /// A file of variant values: `variants.yaml`, or a `conda_build_config.yaml` as the engine reads it.
  package struct VariantFile: Sendable {
    let file: String
    let platforms: Platforms
    let permissions: Permissions

    package init(_ file: String, for platforms: Platforms, permissions: Permissions = .init()) {
      self.file = file
      self.platforms = platforms
      self.permissions = permissions
    }

    /// Which of the two it is, its name decides.
    package func read(_ text: String) throws(Diagnostic) -> VariantConfiguration {
      let name = file.parts(separator: "/", splits: nil).last ?? file
      return name == "conda_build_config.yaml" ? try readLegacy(text) : try readModern(text)
    }

    func location(_ place: Place) -> SourceLocation { place.location(in: file) }

    static func firstError(in stream: YAMLStream) throws(Diagnostic) {
      if let error = stream.findings.sorted.first(where: { $0.severity == .error }) { throw error }
    }
  }
}

// `variants.yaml`
extension V1.VariantFile {
  private func readModern(_ text: String) throws(Diagnostic) -> V1.VariantConfiguration {
    let stream = YAMLReader(file: file, options: .rattler).read(text)
    try Self.firstError(in: stream)
    var configuration = V1.VariantConfiguration()
    guard let document = stream.documents.first else { return configuration }
    var parser = V1.RecipeParser(file: file)
    var renderer = V1.Renderer(
      file: file, scope: V1.Scope(platforms: platforms, permissions: permissions))
    for (key, node) in try parser.mapping(V1.Node(document), "the variant file").entries {
      switch key.text {
      case "zip_keys":
        configuration.zipKeys = try zipKeys(node, &parser)
        configuration.zipPlace = key.place
      case "pin_run_as_build": break
      default:
        let values = try values(node, key.text, &parser, &renderer)
        if !values.isEmpty {
          configuration.set(
            V1.VariantKey(key.text), values.map(\.value), at: values.map(\.place))
        }
      }
    }
    if let finding = parser.findings.first { throw finding }
    return configuration
  }

  private func zipKeys(
    _ node: V1.Node, _ parser: inout V1.RecipeParser
  ) throws(Diagnostic) -> [[V1.VariantKey]] {
    guard case .sequence(let groups, _) = node else {
      throw .unexpectedKind(
        of: "zip_keys", node, expected: "a list of lists", at: location(node.place))
    }
    var keys: [[V1.VariantKey]] = []
    for group in groups {
      guard case .sequence(let names, _) = group else {
        throw .unexpectedKind(
          of: "a group of zip_keys", group, expected: "a list", at: location(group.place))
      }
      var group: [V1.VariantKey] = []
      for name in names { group.append(V1.VariantKey(try parser.scalar(name, "zip_keys").text)) }
      keys.append(group)
    }
    return keys
  }

  private func values(
    _ node: V1.Node, _ field: String, _ parser: inout V1.RecipeParser, _ renderer: inout V1.Renderer
  ) throws(Diagnostic) -> [(value: V1.Value, place: V1.Place)] {
    let branches = try parser.list(node, field) { parser, node in
      try parser.value(node, field) { (scalar) -> V1.Value in
        if let flag = scalar.boolean { return .boolean(flag) }
        return scalar.integer.map { .integer($0) } ?? .string(scalar.text)
      }
    }
    if let finding = parser.findings.first { throw finding }
    return try renderer.list(branches) { renderer, value in
      switch value {
      case .fixed(let value, let place): return (value, place)
      case .template(let template, let place):
        let text = try renderer.text(template, place)
        return text.isEmpty ? nil : (.string(text), place)
      }
    }
  }
}
