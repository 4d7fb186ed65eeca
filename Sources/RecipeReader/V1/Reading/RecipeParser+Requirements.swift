import Diagnostics

extension V1.RecipeParser {
  mutating func requirements(
    _ node: Node,
    allowed: [String] = [
      "build", "host", "run", "run_constraints", "extras", "run_exports", "ignore_run_exports",
    ]
  ) throws(Diagnostic) -> V1.Requirements {
    let fields = try mapping(node, "requirements", allowed: allowed)
    var requirements = V1.Requirements()
    requirements.build = specs("build", of: fields, in: "requirements")
    requirements.host = specs("host", of: fields, in: "requirements")
    for list in [requirements.build, requirements.host] { collectFreeSpecs(in: list) }
    requirements.run = specs("run", of: fields, in: "requirements")
    requirements.runConstraints = specs("run_constraints", of: fields, in: "requirements")
    if let extras = fields["extras"] {
      requirements.extrasPlace = extras.place
      for (key, value) in try mapping(extras, "requirements.extras").entries {
        requirements.extras.append((key.text, try specs(value, "requirements.extras")))
      }
    }
    requirements.runExports = field("run_exports", of: fields) { try $0.runExports($1) } ?? .init()
    if let ignored = fields["ignore_run_exports"] {
      let section = "requirements.ignore_run_exports"
      let fields = try mapping(ignored, section, allowed: ["by_name", "from_package"])
      requirements.ignoredByName = packages("by_name", of: fields, in: section)
      requirements.ignoredFromPackage = packages("from_package", of: fields, in: section)
    }
    return requirements
  }

  private mutating func runExports(_ node: Node) throws(Diagnostic) -> V1.RunExports {
    let section = "requirements.run_exports"
    var exports = V1.RunExports()
    if case .sequence = node {
      exports.weak = try specs(node, section)
      return exports
    }
    let fields = try mapping(
      node, section,
      allowed: ["noarch", "strong", "strong_constraints", "weak", "weak_constraints"])
    exports.noarch = specs("noarch", of: fields, in: section)
    exports.strong = specs("strong", of: fields, in: section)
    exports.strongConstraints = specs("strong_constraints", of: fields, in: section)
    exports.weak = specs("weak", of: fields, in: section)
    exports.weakConstraints = specs("weak_constraints", of: fields, in: section)
    return exports
  }

  /// A field with nothing in it counts as not there.
  private mutating func specs(
    _ name: String, of fields: Node.Mapping, in section: String
  ) -> [V1.Requirement] {
    if case .scalar(let scalar)? = fields[name], scalar.isNothing { return [] }
    return field(name, of: fields) { try $0.specs($1, "\(section).\(name)") } ?? []
  }

  mutating func specs(_ node: Node, _ section: String) throws(Diagnostic) -> [V1.Requirement] {
    try list(node, section) { parser, node in
      let file = parser.file
      return try parser.value(node, section) { scalar in
        try V1.Spec(checking: scalar.text, section, at: scalar.place.location(in: file))
      }
    }
  }

  private mutating func packages(
    _ name: String, of fields: Node.Mapping, in section: String
  ) -> Texts {
    if case .scalar(let scalar)? = fields[name], scalar.isNothing { return [] }
    return field(name, of: fields) { try $0.texts($1, "\(section).\(name)", .packageOfSpec) } ?? []
  }

  private mutating func collectFreeSpecs(in list: [V1.Requirement]) {
    for branch in list {
      switch branch {
      case .element(.fixed(let spec, let place)):
        guard spec.isFree, let name = spec.name else { continue }
        freeSpecs.insert(name)
        uses.append(V1.KeyUse(names: [name], kind: .requirement, source: name, place: place))
      case .element(.template): break
      case .conditional(_, let then, let otherwise):
        collectFreeSpecs(in: then)
        collectFreeSpecs(in: otherwise)
      }
    }
  }
}
