import Conda
package import Diagnostics
package import RecipeModel
package import Templates
import Variants

/// A feedstock's folder in memory: the recipe in one format with all that belongs to it.
package struct Feedstock: Sendable {
  package struct File: Hashable, Sendable {
    /// From the feedstock's folder, with `/`.
    package var path: String
    package var text: String
  }

  /// By path, each once.
  package private(set) var files: [File] = []
  package private(set) var findings = Findings()

  /// `files` come beside the recipe's own: what its tests run.
  package init(
    _ recipe: Recipe, format: RecipeFormat, adding files: [RecipeFile] = [],
    templates: TemplateSet = TemplateSet()
  ) {
    var recipe = recipe
    recipe.files += files.map { Located($0) }
    var assembly = FeedstockAssembly(recipe: recipe, format: format, templates: templates)
    assembly.assemble()
    self.files = assembly.files.map { File(path: $0.key, text: $0.value) }.sorted {
      $0.path < $1.path
    }
    findings = assembly.findings
  }
}

/// A feedstock while its files are made.
struct FeedstockAssembly {
  var recipe: Recipe
  var format: RecipeFormat
  var templates: TemplateSet
  var files: [String: String] = [:]
  var findings = Findings()
  private let plan: ScriptPlan

  init(recipe: Recipe, format: RecipeFormat, templates: TemplateSet) {
    self.recipe = recipe
    self.format = format
    self.templates = templates
    plan = ScriptPlan(recipe)
  }

  mutating func assemble() {
    let axes = recipe.completedVariants().axes
    let own = axes.filter { $0.origin == .recipe }
    switch format {
    case .v0:
      findings.add(contentsOf: V0Limits.findings(in: recipe))
      files["recipe/meta.yaml"] = V0Writer(recipe: recipe, scripts: plan).text()
      files["recipe/conda_build_config.yaml"] = VariantsFile.v0(own)
      files["conda_build_config.yaml"] = VariantsFile.v0(axes)
    case .v1:
      files["recipe/recipe.yaml"] = V1Writer(recipe: recipe, scripts: plan).text()
      files["recipe/variants.yaml"] = VariantsFile.v1(own)
      files["variants.yaml"] = VariantsFile.v1(axes)
    }
    files[ForgeFile.name] = ForgeFile.text(recipe, format: format)
    for output in recipe.outputs where output.needsScript { addScripts(of: output) }
    for kept in recipe.kept + recipe.outputs.flatMap(\.kept) { note(kept) }
    for file in recipe.files {
      // The author's own stands where the other would, which says nothing then.
      if file.value.path == ForgeFile.name {
        files[ForgeFile.name] = ForgeFile.completed(file.value.text, format: format)
      } else {
        add(file.value.path, file.value.text, at: file.location)
      }
    }
  }

  /// What says something about the package in one format only is no loss in the other.
  private mutating func note(_ kept: KeptValue) {
    let path = kept.path.joined(separator: ".")
    guard !kept.belongs(to: format == .v0 ? .v0 : .v1), path != "build.noarch",
      kept.value != .plain(""), kept.value != .string("")
    else { return }
    findings.add(.keptForOtherFormat(path, at: kept.location))
  }

  /// Two files under one name would lose one of them.
  private mutating func add(_ path: String, _ text: String, at location: SourceLocation? = nil) {
    if let other = files.updateValue(text, forKey: "recipe/\(path)"), other != text {
      findings.add(.fileNameTaken(path, at: location))
    }
  }

  private mutating func addScripts(of output: Output) {
    let contexts = recipe.contexts(of: output)
    for system in ScriptSystem.allCases {
      let builds = contexts.filter { system.contains($0.platform) }
      guard !builds.isEmpty else { continue }
      let platforms = Platform.usual.filter { platform in
        builds.contains { $0.platform == platform }
      }
      let steps = (output.build.script?.steps ?? []).pruned(for: builds)
      let script = BuildScript(steps + installations(of: output, on: system, for: builds))
      switch system {
      case .unix:
        guard let name = plan.baseName(of: output, stem: "build") else { continue }
        add(
          "\(name).sh",
          script.bash(for: platforms, templates: templates, findings: &findings))
      case .windows:
        guard let name = plan.baseName(of: output, stem: format == .v0 ? "bld" : "build") else {
          continue
        }
        add(
          "\(name).bat",
          script.batch(for: platforms, templates: templates, findings: &findings))
      }
    }
  }

  /// Files of the package that the build script puts there, for the builds that have them.
  private mutating func installations(
    of output: Output, on system: ScriptSystem, for builds: [VariantContext]
  ) -> [ScriptStep] {
    let name = output.name.value
    var steps: [ScriptStep] = []
    func under(_ conditions: [Condition], _ inner: [ScriptStep]) -> [ScriptStep] {
      inner.isEmpty || conditions.isEmpty
        ? inner : [.when(conditions.reduce(.all([])) { $0 && $1 }, inner)]
    }
    for variables in output.environmentVariables.guarded() {
      guard variables.conditions.canHold(in: builds) else { continue }
      let step = variables.value.value.installation(package: name, findings: &findings)
      steps += under(variables.conditions, step.map { [$0] } ?? [])
    }
    let activations = output.activation.guarded().filter { $0.conditions.canHold(in: builds) }
    for (number, activation) in activations.enumerated() {
      let scripts = activation.value.value.files(
        package: name, on: system, folder: folder("activation", of: output, number: number),
        templates: templates, findings: &findings)
      for script in scripts { add(script.path, script.text) }
      steps += under(activation.conditions, scripts.compactMap(\.installation))
    }
    let links = output.linkScripts.guarded().filter { $0.conditions.canHold(in: builds) }
    for (number, link) in links.enumerated() {
      let script = link.value.value.file(
        package: name, on: system, folder: folder("link-scripts", of: output, number: number),
        templates: templates, findings: &findings)
      add(script.path, script.text)
      steps += under(link.conditions, script.installation.map { [$0] } ?? [])
    }
    return steps
  }

  private func folder(_ name: String, of output: Output, number: Int) -> String {
    let folder = recipe.hasNamedOutputs ? "\(name)/\(output.name.value)" : name
    return number == 0 ? folder : "\(folder)-\(number + 1)"
  }
}

extension [Condition] {
  /// Whether all of them hold in one of the builds.
  fileprivate func canHold(in builds: [VariantContext]) -> Bool {
    builds.contains { build in allSatisfy { $0.holds(in: build) } }
  }
}

extension Diagnostic {
  static func fileNameTaken(_ path: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "two files of the recipe are called \(path)",
      remedy: "give your own file another name; gennforge writes this one")
  }

  static func keptForOtherFormat(_ path: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(path)' has no form in this format here, and was left out",
      remedy: "add by hand what the other format has for it")
  }
}
