import Conda
import Diagnostics

/// The packages of a recipe: its outputs, or itself.
struct V0Outputs {
  let run: V0Run
  let recipe: V0Metadata
  let text: V0RecipeText

  init(_ run: V0Run, _ recipe: V0Metadata, _ text: V0RecipeText) {
    self.run = run
    self.recipe = recipe
    self.text = text
  }

  private struct Member {
    var output: RenderedMap
    var metadata: V0Metadata
  }

  /// - Parameter skips: gets the outputs that are left out.
  func packages(
    _ usage: V0Usage, skips: inout [V0Rendering.Skip]
  ) throws(Diagnostic) -> [V0Package] {
    var recipe = recipe
    if recipe.sections("outputs").isEmpty { _ = try recipe.name(isFinal: true) }
    // The recipe's own uses are found before its outputs change it, and stay.
    _ = try usage.used(recipe)
    let outputs = try outputs(of: &recipe)
    // What conda-build asks of the recipe itself before it looks at outputs.
    _ = try V0BuildString(recipe, usage).text(isFinal: false)
    var members: [Member] = []
    for var output in outputs {
      try insertVersions(into: &output, of: &recipe)
      let metadata = try metadata(for: output, of: recipe)
      members.append(Member(output: output, metadata: metadata))
    }
    try checkCycles(members)
    var packages: [V0Package] = []
    for member in members {
      if member.metadata.isSkipped {
        skips.append(
          .init(
            output: try member.metadata.name(),
            place: member.metadata.location(of: "build", "skip")))
        continue
      }
      var package = try package(member.metadata, usage)
      package.output = member.output
      // Of two with one name and one variant the later counts.
      if let index = packages.firstIndex(where: { $0.hasKey(of: package) }) {
        packages[index] = package
      } else {
        packages.append(package)
      }
    }
    for member in members { try checkConstraints(member.metadata) }
    return packages
  }

  // MARK: - The list of outputs

  private func outputs(of recipe: inout V0Metadata) throws(Diagnostic) -> [RenderedMap] {
    let name = try recipe.name()
    var outputs: [RenderedMap] = []
    for node in recipe.sections("outputs") {
      guard let map = node.map else { throw .outputNotMapping(at: recipe.location(node.place)) }
      outputs.append(map)
    }
    let own = { (output: RenderedMap) in output["name"]?.pythonText == name }
    if outputs.isEmpty || (!outputs.contains(where: own) && usesOutputs(recipe, outputs)) {
      var output = RenderedMap()
      output["name"] = RenderedNode(.text(name))
      outputs.append(output)
    }
    let hasPackage = PythonText.find(Array("package:".utf8), in: text.whole(true).bytes) != nil
    for index in outputs.indices where own(outputs[index]) && hasPackage {
      combine(&outputs[index], with: &recipe)
    }
    return outputs
  }

  /// An output with the recipe's own name takes over the recipe's sections.
  private func combine(_ output: inout RenderedMap, with recipe: inout V0Metadata) {
    for section in ["requirements", "build", "about"] {
      var merged =
        section == "requirements"
        ? V0Specs.expanded(output[section]) : output[section]?.map ?? RenderedMap()
      for entry in recipe.section(section).entries where merged[entry.key] == nil {
        merged.append(entry)
      }
      let place = output[section]?.place ?? recipe.root[section]?.place
      output[section] = RenderedNode(.map(merged), at: place)
      recipe.root[section] = RenderedNode(.map(merged), at: place)
    }
  }

  /// Whether the recipe's own requirements name one of its outputs.
  private func usesOutputs(_ recipe: V0Metadata, _ outputs: [RenderedMap]) -> Bool {
    let run = recipe.requirementsOfTopAndOutput("run").map(V0Specs.firstWord)
    let names = outputs.compactMap { $0["name"]?.pythonText }
    if names.contains(where: run.contains) { return true }
    let whole = text.whole(true).bytes
    let isTop = PythonText.find(Array("package:".utf8), in: whole) != nil
    let requirements = text.finished(V0RecipeText.requirements(text.raw, isTop: isTop), true)
    return PythonLines.split(requirements).contains { line in
      let line = V0UsageLine(line)
      return line.occurrences(of: "pin_subpackage(").contains { line.isTagged($0) }
    }
  }

  private func insertVersions(into output: inout RenderedMap, of recipe: inout V0Metadata)
    throws(Diagnostic)
  {
    guard let node = output["requirements"], node.isTruthy else { return }
    var requirements = V0Specs.expanded(node)
    for kind in ["build", "host", "run"] {
      for spec in V0Metadata.elements(of: requirements[kind]) where spec.text == nil {
        throw spec.isNull
          ? .emptyRequirement(at: recipe.location(spec.place))
          : .requirementNotText(at: recipe.location(spec.place))
      }
      V0Specs.insertVersions(of: run.variant, into: &requirements, kind)
    }
    output["requirements"] = RenderedNode(.map(requirements), at: node.place)
    if output["name"]?.pythonText == (try recipe.name()),
      recipe.root["requirements"] != nil, recipe.root["requirements"]?.value == node.value
    {
      recipe.root["requirements"] = output["requirements"]
    }
  }

  // MARK: - Checks among outputs

  private func checkCycles(_ members: [Member]) throws(Diagnostic) {
    let isCross = run.settings.buildPlatform.map { $0 != run.platform } ?? false
    let kinds = isCross ? ["host", "run"] : ["build", "host", "run"]
    let dependencies = members.map { member in
      Set(
        kinds.flatMap { member.metadata.requirements($0) }.compactMap(\.text)
          .map(V0Specs.firstWord))
    }
    var names: [String] = []
    for member in members { names.append(try member.metadata.name()) }
    for (i, name) in names.enumerated() {
      for (j, other) in names.enumerated().dropFirst(i + 1) where name != other {
        if dependencies[i].contains(other), dependencies[j].contains(name) {
          throw .circularOutputs(name, other, at: recipe.location(of: "outputs"))
        }
      }
    }
    // conda-build looks at pairs only, and then has no order to build a longer ring in.
    if let ring = OutputRing.first(names, dependencies) {
      run.findings.append(.outputsInRing(ring, at: recipe.location(of: "outputs")))
    }
  }

  private func checkConstraints(_ metadata: V0Metadata) throws(Diagnostic) {
    for node in metadata.requirements("run_constrained") {
      guard let spec = node.text else {
        throw .emptyRequirement(at: metadata.location(node.place))
      }
      if spec.contains("{{") { continue }
      do {
        _ = try MatchSpec(spec)
      } catch {
        throw .invalidDependency(spec, error.message, at: metadata.location(node.place))
      }
    }
  }

  private func package(_ metadata: V0Metadata, _ usage: V0Usage) throws(Diagnostic) -> V0Package {
    let used = try usage.used(metadata)
    let string = V0BuildString(metadata, usage)
    // What decides on jobs is asked before anything is final: without hashes, and without the
    // version that only the source knows.
    let isFinal = !run.settings.findsTopLevelKeys
    var root = metadata.root
    root["outputs"] = nil
    var values: [String: String] = [:]
    for key in used { values[key] = usage.value(key) }
    var package = V0Package(
      name: try metadata.name(isFinal: true), version: try metadata.version(isFinal: isFinal),
      buildNumber: try metadata.buildNumber(), buildString: try string.text(isFinal: isFinal),
      noarch: metadata.noarch?.pythonText, usedVariant: values,
      hashContents: isFinal ? try string.hashContents() : [:], metadata: root)
    if run.settings.findsTopLevelKeys {
      package.topLevelKeys = try usage.usedWithRecipe(metadata)
    }
    return package
  }
}

extension V0Package {
  fileprivate func hasKey(of other: V0Package) -> Bool {
    name == other.name && usedVariant == other.usedVariant
  }
}
