import Diagnostics
import RecipeModel
import YAML

extension V1Lift {
  /// A section of a package, or of the recipe where that is one.
  mutating func section(_ pair: YAMLMapping.Pair, into output: inout Output) {
    switch (pair.name, pair.value.content) {
    case ("build", .mapping(let mapping)):
      for pair in mapping.pairs where !build(pair, into: &output) {
        output.kept.append(kept(["build", pair.name], pair.value))
      }
    case ("requirements", .mapping(let mapping)):
      for pair in mapping.pairs where !requirements(pair, into: &output) {
        output.kept.append(kept(["requirements", pair.name], pair.value))
      }
    case ("tests", .sequence):
      var notes: [SourceLocation] = []
      let lift = self
      let tests = items(pair.value) { node -> Test? in
        guard node.mapping != nil else { return nil }
        var lift = lift
        if let test = lift.test(node) { return test }
        lift.comments.giveBack(node)
        notes.append(node.location)
        return .kept(RecipeValue(node, schema: .core12))
      }
      guard var tests else { fallthrough }
      if isForV0 {
        let beside = pair.value.sequence?.items.flatMap { requirements(beside: $0) } ?? []
        if !beside.isEmpty {
          tests.append(Item(.commands(CommandTest(commands: [], requirements: beside))))
        }
      }
      for place in notes { findings.add(.keptAsText(["tests"], at: place)) }
      output.tests = tests
    default: output.kept.append(kept([pair.name], pair.value))
    }
  }

  private mutating func requirements(
    _ pair: YAMLMapping.Pair, into output: inout Output
  ) -> Bool {
    switch pair.name {
    case "run_exports":
      guard let exports = runExports(pair.value) else { return false }
      output.requirements.runExports = exports
      return true
    case "ignore_run_exports":
      guard let ignored = ignoredExports(pair.value) else { return false }
      output.requirements.ignoreRunExports = ignored
      return true
    default: break
    }
    guard let items = requirements(pair.value) else { return false }
    switch pair.name {
    case "build": output.requirements.build = items
    case "host": output.requirements.host = items
    case "run": output.requirements.run = items
    case "run_constraints": output.requirements.runConstraints = items
    default: return false
    }
    return true
  }

  private mutating func runExports(_ node: YAMLNode) -> RunExports? {
    var exports = RunExports()
    guard let mapping = node.mapping, mapping["if"] == nil else {
      guard let items = requirements(node) else { return nil }
      exports.weak = items
      return exports
    }
    for pair in mapping.pairs {
      guard let items = requirements(pair.value) else { return nil }
      switch pair.name {
      case "weak": exports.weak = items
      case "strong": exports.strong = items
      case "noarch": exports.noarch = items
      case "weak_constraints": exports.weakConstraints = items
      case "strong_constraints": exports.strongConstraints = items
      default: return nil
      }
    }
    return exports
  }

  private mutating func ignoredExports(_ node: YAMLNode) -> IgnoreRunExports? {
    guard let mapping = node.mapping else { return nil }
    var ignored = IgnoreRunExports()
    for pair in mapping.pairs {
      guard pair.value.sequence != nil else { return nil }
      switch pair.name {
      case "by_name":
        guard let names = texts(pair.value) else { return nil }
        ignored.byName = names
      case "from_package":
        guard let packages = requirements(pair.value) else { return nil }
        ignored.fromPackage = packages
      default: return nil
      }
    }
    return ignored
  }

  /// What the model has words for, and the rest of the section.
  mutating func about(_ node: YAMLNode) -> (About, [KeptValue])? {
    guard let mapping = node.mapping else { return nil }
    var about = About()
    var rest: [KeptValue] = []
    for pair in mapping.pairs {
      let text = string(pair.value).map { Located($0, at: pair.value.location) }
      switch (pair.name, text) {
      case ("homepage", let text?): about.homepage = text
      case ("license", let text?): about.license = text
      case ("summary", let text?): about.summary = text
      case ("description", let text?): about.description = text
      case ("repository", let text?): about.repository = text
      case ("documentation", let text?): about.documentation = text
      case ("license_file", _):
        if let files = strings(pair.value), !files.isEmpty {
          about.licenseFiles = files
        } else {
          rest.append(kept(["about", pair.name], pair.value))
        }
      default: rest.append(kept(["about", pair.name], pair.value))
      }
    }
    return (about, rest)
  }

  mutating func extra(_ node: YAMLNode, into recipe: inout Recipe) -> [KeptValue]? {
    guard let mapping = node.mapping else { return nil }
    var rest: [KeptValue] = []
    for pair in mapping.pairs {
      if pair.name == "recipe-maintainers", pair.value.sequence?.items.isEmpty == false,
        let names = strings(pair.value)
      {
        recipe.maintainers = names
      } else if pair.name == "feedstock-name", let name = string(pair.value) {
        recipe.feedstockName = Located(name, at: pair.value.location)
      } else {
        rest.append(kept(["extra", pair.name], pair.value))
      }
    }
    return rest
  }
}
