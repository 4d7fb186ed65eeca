package import Diagnostics
import YAML

extension V1.Recipe {
  /// The recipe in a text, or nil and what is wrong with it.
  package static func read(
    _ text: String, file: String
  ) -> (recipe: V1.Recipe?, findings: Findings) {
    read(YAMLReader(file: file, options: .rattler).read(text), file: file)
  }

  package static func read(
    bytes: [UInt8], file: String
  ) -> (recipe: V1.Recipe?, findings: Findings) {
    read(YAMLReader(file: file, options: .rattler).read(bytes: bytes), file: file)
  }

  static func read(
    _ stream: YAMLStream, file: String
  ) -> (recipe: V1.Recipe?, findings: Findings) {
    var findings = stream.findings
    guard !findings.hasErrors else { return (nil, findings) }
    var parser = V1.RecipeParser(file: file)
    // The engine reads the first document only, and an empty text as an empty mapping.
    let node =
      stream.documents.first.map { V1.Node($0) }
      ?? .mapping(.init(entries: [], place: V1.Place(line: 1, column: 1)))
    var recipe: V1.Recipe?
    do throws(Diagnostic) {
      recipe = try parser.recipe(node)
    } catch {
      parser.findings.append(error)
    }
    findings.add(contentsOf: parser.findings)
    return (findings.hasErrors ? nil : recipe, findings)
  }
}
