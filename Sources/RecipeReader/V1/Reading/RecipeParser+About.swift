import Diagnostics

extension V1.RecipeParser {
  mutating func about(_ node: Node) throws(Diagnostic) -> V1.About {
    let fields = try mapping(
      node, "about",
      allowed: [
        "homepage", "license", "license_file", "license_family", "summary", "description",
        "documentation", "repository",
      ])
    var about = V1.About()
    about.homepage = field("homepage", of: fields) { try $0.text($1, "about.homepage", .url) }
    about.repository = field("repository", of: fields) { try $0.text($1, "about.repository", .url) }
    about.documentation = field("documentation", of: fields) {
      try $0.text($1, "about.documentation", .url)
    }
    about.license = field("license", of: fields) { try $0.text($1, "about.license", .license) }
    about.licenseFile = field("license_file", of: fields) { parser, node in
      guard case .mapping = node else { return try parser.textsOrOne(node, "about.license_file") }
      throw Diagnostic.unexpectedKind(
        of: "about.license_file", node, expected: "a file name or a list of them",
        at: parser.location(node.place))
    }
    about.licenseFamily = field("license_family", of: fields) {
      try $0.text($1, "about.license_family")
    }
    about.summary = field("summary", of: fields) { try $0.text($1, "about.summary") }
    about.description = field("description", of: fields) { try $0.text($1, "about.description") }
    return about
  }
}
