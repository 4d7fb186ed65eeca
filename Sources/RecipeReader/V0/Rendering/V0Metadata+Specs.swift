import Conda
import Diagnostics

extension V0Metadata {
  /// The names of the packages in one environment; a spec that conda can't read is an error.
  func specs(_ kind: String) throws(Diagnostic) -> [String] {
    let ownName = value("package", "name")?.pythonText ?? ""
    var names: [String] = []
    for node in requirements(kind) where node.isTruthy {
      guard let spec = node.text else {
        throw .requirementNotText(at: location(node.place))
      }
      let name: String
      do {
        name = try MatchSpec(spec).name?.text ?? ""
      } catch {
        if !isComplete { continue }
        throw .invalidDependency(spec, error.message, at: location(node.place))
      }
      if name == ownName, !name.isEmpty {
        throw .dependsOnItself(name, at: location(node.place))
      }
      if name.contains("*") || name.contains("^") {
        throw .badCharacters("*", in: "a dependency's name", name, at: location(node.place))
      }
      let words = V0Specs.words(spec)
      if words.count >= 2, [">", ">=", "=", "==", "!=", "<", "<="].contains(String(words[1])) {
        throw .spaceInConstraint(words.map(String.init), at: location(node.place))
      }
      names.append(name)
    }
    return names
  }
}
