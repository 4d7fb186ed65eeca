import Diagnostics
import RecipeModel

extension RecipeDescription {
  mutating func read(_ body: [RecipeEntry]) {
    for entry in body {
      switch entry {
      case .recipe(let word, let place):
        location = place.location
        word.describe(in: &self)
      case .own(let entry):
        hasOwn = true
        own.read([entry])
      case .output(let output, let place):
        var description = OutputDescription(
          Located(output.name, at: place.location), at: place.location)
        description.read(output.body)
        findings.add(contentsOf: description.findings.all)
        model.outputs.append(description.finished)
        experiments += description.experiments
      }
    }
  }

  /// The recipe with all that follows from its words.
  func finished() -> (recipe: RecipeModel.Recipe, findings: Findings) {
    var (recipe, findings) = assembled()
    recipe.variants = recipe.variants.merged
    let styles = CUDAStyle.styles(of: recipe.variants.axes)
    recipe.outputs = recipe.outputs.map { output in
      var output = output.cuda?.applied(to: output, styles: styles) ?? output
      // Build tools look for keys in the recipe, not in its scripts.
      let hidden = output.scriptKeys.subtracting(output.keysOfRequirements).sorted()
      output.build.variant.useKeys += hidden.map { Located($0) }
      return output
    }
    return (recipe, findings)
  }

  /// Words in the recipe's own body are its only output's; beside named outputs only what all share may stand there.
  private func assembled() -> (recipe: RecipeModel.Recipe, findings: Findings) {
    var recipe = model
    var findings = findings
    findings.add(contentsOf: own.findings.all)
    recipe.hasNamedOutputs =
      !recipe.outputs.isEmpty || own.model.kept.contains { $0.path == ["outputs"] }
    recipe.about = own.model.about
    recipe.sources = own.model.sources
    var rest = own.finished
    rest.about = RecipeModel.About()
    rest.sources = []
    recipe.kept = rest.kept
    rest.kept = []
    guard recipe.hasNamedOutputs else {
      if hasOwn { recipe.outputs = [rest] }
      return (recipe, findings)
    }
    if let number = rest.build.number {
      recipe.buildNumber = Located(number.base, at: own.location)
      rest.build.number = nil
    }
    if rest != RecipeModel.Output(rest.name) { findings.add(.wordBesideOutputs(at: own.location)) }
    for index in recipe.outputs.indices where recipe.outputs[index].cuda != nil {
      recipe.outputs[index].build.number =
        recipe.outputs[index].build.number ?? RecipeModel.BuildNumber(recipe.buildNumber.value)
    }
    return (recipe, findings)
  }
}

extension Diagnostic {
  static func wordBesideOutputs(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "a recipe with named outputs has only Source, BuildNumber and About of its own",
      remedy: "move this into the Output that it is meant for")
  }
}
