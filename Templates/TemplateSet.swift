/// The skeletons of what is generated: the built-in ones, or a user's own in their place.
///
///     let templates = TemplateSet(overriding: ["build.sh.mustache": text])
///     try templates.render(.unixBuild, ["steps": "true", "functions": ""])
package struct TemplateSet: Hashable, Sendable {
  private let overriding: [String: String]

  /// Texts by file name, as a folder of templates holds them. The lines may end as on Windows:
  /// scripts get the ends that their shell needs anyway.
  package init(overriding: [String: String] = [:]) {
    self.overriding = overriding.mapValues { text in
      let bytes = Array(text.utf8)
      let kept = bytes.indices.filter { index in
        bytes[index] != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A
      }
      return kept.count == bytes.count
        ? text : String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
    }
  }

  /// Names that no template has, so that a misspelt one doesn't go by unnoticed.
  package var unknownNames: [String] {
    let known = Set(TemplateName.allCases.map(\.fileName))
    return overriding.keys.filter { !known.contains($0) }.sorted()
  }

  package func render(
    _ template: TemplateName, _ context: MustacheContext
  ) throws(MustacheError) -> String {
    try MustacheTemplate(overriding[template.fileName] ?? template.text).render(context)
  }
}
