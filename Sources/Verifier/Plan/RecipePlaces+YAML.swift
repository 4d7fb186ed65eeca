import Diagnostics
package import YAML

extension RecipePlaces {
  /// Of a `recipe.yaml`.
  package init(_ document: YAMLNode) {
    self.init(recipe: document.location)
    add(document, as: "")
    for output in document["outputs"]?.sequence?.items ?? [] { addOutput(output) }
  }

  private mutating func addOutput(_ node: YAMLNode) {
    if let then = node["then"] {
      for output in then.sequence?.items ?? [then] { addOutput(output) }
      return
    }
    guard let name = node["package"]?["name"]?.scalar?.text else { return }
    add(node, as: name)
  }

  private mutating func add(_ node: YAMLNode, as output: String) {
    collectKeys(node, path: "", as: output, depth: 0)
    for (section, key) in [
      ("build", "build"), ("host", "host"), ("run", "run"), ("run_constraints", "run_constraints"),
    ] {
      if let lines = node["requirements"]?[key] { collect(lines, in: section, as: output) }
    }
  }

  private mutating func collectKeys(
    _ node: YAMLNode, path: String, as output: String, depth: Int
  ) {
    for pair in node.mapping?.pairs ?? [] where pair.name != "outputs" && pair.name != "context" {
      let path = path.isEmpty ? pair.name : "\(path).\(pair.name)"
      keys[output, default: [:]][path] = SourceLocation(pair.keySpan.start, in: node.file)
      if depth < 2 { collectKeys(pair.value, path: path, as: output, depth: depth + 1) }
    }
  }

  private mutating func collect(_ node: YAMLNode, in section: String, as output: String) {
    switch node.content {
    case .scalar(let scalar):
      requirements[output, default: []].append(
        Requirement(section: section, text: scalar.text, place: node.location))
    case .sequence(let sequence):
      for item in sequence.items { collect(item, in: section, as: output) }
    case .mapping(let mapping):
      for key in ["then", "else"] {
        if let branch = mapping[key] { collect(branch, in: section, as: output) }
      }
    }
  }
}
