import Diagnostics
import RecipeModel
import YAML

/// `recipe.yaml` → model.
struct V1Lift {
  let file: String
  var findings = Findings()
  var contextNames: Set<String> = []
  /// What variables that are numbers stand for.
  var numbers: [String: BuildNumber] = [:]
  /// Tests become what conda-build can do of them.
  var isForV0 = false
  var comments = CommentTable()
  /// The file's text.
  var source = ""

  init(file: String) { self.file = file }

  mutating func recipe(_ text: String) -> Recipe? {
    source = text
    let stream = YAMLReader(file: file, options: .rattler).read(text)
    // What rattler-build wouldn't read is no recipe.
    findings.add(contentsOf: V1.Recipe.read(stream, file: file).findings.all)
    guard !findings.hasErrors else { return nil }
    guard let top = stream.documents.first?.mapping else {
      findings.add(.noRecipe(at: SourceLocation(file: file, line: 1)))
      return nil
    }
    comments = CommentTable(stream.documents[0], stream.comments.all)
    var keys = KeyComments()
    comments.keys(of: top, into: &keys)
    let context = top["context"]?.mapping?.pairs ?? []
    contextNames = Set(context.map(\.name))
    var recipe =
      if let outputs = top["outputs"] {
        several(top, context, outputs)
      } else {
        single(top, context)
      }
    comments.rest(of: top, into: &keys)
    keys.header = comments.header
    recipe?.comments = keys
    return recipe
  }

  private mutating func single(_ top: YAMLMapping, _ context: [YAMLMapping.Pair]) -> Recipe? {
    guard var recipe = begun(top["package"], top, context) else { return nil }
    lift(context, into: &recipe, numbered: top["build"])
    var output = Output(recipe.name)
    for pair in top.pairs where !["package", "context"].contains(pair.name) {
      if shared(pair, into: &recipe) { continue }
      section(pair, into: &output)
    }
    recipe.kept += output.kept
    output.kept = []
    recipe.outputs = [output]
    return recipe
  }

  private mutating func several(
    _ top: YAMLMapping, _ context: [YAMLMapping.Pair], _ outputs: YAMLNode
  ) -> Recipe? {
    guard var recipe = begun(top["recipe"], top, context) else { return nil }
    recipe.hasNamedOutputs = true
    lift(context, into: &recipe, numbered: top["build"])
    let number = top["build"]?["number"].flatMap(recipeNumber)
    for pair in top.pairs where !["recipe", "context", "outputs"].contains(pair.name) {
      if shared(pair, into: &recipe) { continue }
      if pair.name == "build", case .mapping(let build) = pair.value.content {
        for pair in build.pairs where pair.name != "number" || number == nil {
          recipe.kept.append(kept(["build", pair.name], pair.value))
        }
        continue
      }
      recipe.kept.append(kept([pair.name], pair.value))
    }
    var lifted: [Output] = []
    for node in outputs.sequence?.items ?? [] {
      guard let output = output(node) else {
        if let build = top["build"], let node = build["number"], number?.offsets.isEmpty == false {
          recipe.kept.append(kept(["build", "number"], node))
        }
        recipe.kept.append(kept(["outputs"], outputs))
        return recipe
      }
      lifted.append(output)
    }
    recipe.outputs = lifted
    if let number { recipe.addOffsets(of: number) }
    return recipe
  }

  /// The recipe with nothing but its name and version.
  private mutating func begun(
    _ package: YAMLNode?, _ top: YAMLMapping, _ context: [YAMLMapping.Pair]
  ) -> Recipe? {
    let place = package?.location ?? SourceLocation(file: file, line: 1)
    var name = package?["name"].flatMap(string)
    if name == nil, top["outputs"] != nil {
      name = context.first { $0.name == "name" }.flatMap { string($0.value) } ?? firstName(top)
    }
    guard var name else {
      findings.add(
        top["package"] == nil && top["outputs"] == nil
          ? .noRecipe(at: place) : .liftNameMissing(at: place))
      return nil
    }
    name = LiftedName.resolved(name) { variable in
      context.first { $0.name == variable }.flatMap { string($0.value) }
    }
    let version = (package?["version"] ?? top["version"]).flatMap(scalarText)
    return Recipe(
      name: Located(name, at: place),
      version: Located(
        version ?? (contextNames.contains("version") ? "${{ version }}" : "0"), at: place))
  }

  private func firstName(_ top: YAMLMapping) -> String? {
    top["outputs"]?.sequence?.items.lazy.compactMap { $0["package"]?["name"].flatMap(string) }.first
  }

  private mutating func output(_ node: YAMLNode) -> Output? {
    guard let mapping = node.mapping, let package = mapping["package"]?.mapping,
      let name = package["name"].flatMap(string), mapping["if"] == nil, mapping["staging"] == nil
    else { return nil }
    var output = Output(Located(name, at: node.location))
    comments.keys(of: mapping, into: &output.comments)
    for pair in package.pairs where pair.name != "name" {
      if pair.name == "version", let version = string(pair.value) {
        output.version = Located(version, at: pair.value.location)
      } else {
        output.kept.append(kept(["package", pair.name], pair.value))
      }
    }
    for pair in mapping.pairs where pair.name != "package" {
      switch pair.name {
      case "source":
        if let sources = sources(pair.value) { output.sources = sources; continue }
      case "about":
        if let (about, rest) = about(pair.value) {
          output.about = about
          output.kept += rest
          continue
        }
      default: break
      }
      section(pair, into: &output)
    }
    return output
  }

  /// Sections that belong to the recipe as a whole.
  private mutating func shared(_ pair: YAMLMapping.Pair, into recipe: inout Recipe) -> Bool {
    switch pair.name {
    case "schema_version", "$schema": return true
    case "source":
      guard let sources = sources(pair.value) else { return false }
      recipe.sources = sources
    case "about":
      guard let (about, rest) = about(pair.value) else { return false }
      recipe.about = about
      recipe.kept += rest
    case "extra":
      guard let rest = extra(pair.value, into: &recipe) else { return false }
      recipe.kept += rest
    default: return false
    }
    return true
  }

  mutating func kept(_ path: [String], _ node: YAMLNode) -> KeptValue {
    findings.add(.keptAsText(path, at: node.location))
    var kept = KeptValue(path, RecipeValue(node, schema: .core12Extra), at: node.location)
    kept.comments = comments.values(of: node)
    return kept
  }

  /// A text; numbers and truth values are none.
  func string(_ node: YAMLNode) -> String? {
    guard let scalar = node.scalar,
      case .string(let text) = RecipeValue(scalar, schema: .core12)
    else { return nil }
    return text
  }

  func scalarText(_ node: YAMLNode) -> String? { node.scalar?.text }
}
