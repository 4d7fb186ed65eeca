import Diagnostics

extension V0Outputs {
  /// The tree of one output: the recipe's, with what the output says in its place.
  func metadata(for output: RenderedMap, of recipe: V0Metadata) throws(Diagnostic) -> V0Metadata {
    let ownName = try recipe.name()
    if output["name"]?.pythonText == ownName { return recipe }
    guard let name = output["name"], let nameText = name.pythonText else {
      throw .outputWithoutName(at: recipe.location(of: "outputs"))
    }
    var result = recipe
    result.parentName = ownName
    guard var package = recipe.root["package"]?.map else {
      throw .nameMissing(at: recipe.location(of: "package"))
    }
    package["name"] = name
    reconcile(&result, with: output)
    result.root["requirements"] = requirements(of: output, named: nameText)
    let version = try recipe.version()
    package["version"] =
      output["version"].flatMap { $0.isTruthy ? $0 : nil } ?? RenderedNode(.text(version))
    result.root["package"] = RenderedNode(.map(package), at: recipe.root["package"]?.place)
    result.root["build"] = try build(of: output, in: result)
    for section in ["test", "about"] {
      if let node = output[section] { result.root[section] = node }
    }
    return result
  }

  /// Outputs don't repeat the recipe's tests, entry points, run exports and scripts.
  private func reconcile(_ result: inout V0Metadata, with output: RenderedMap) {
    if var test = result.root["test"]?.map {
      test["commands"] = nil
      test["imports"] = nil
      result.root["test"]?.value = .map(test)
    }
    var build = result.section("build")
    for key in ["entry_points", "run_exports", "script"] { build[key] = output[key] }
    result.root["build"] = RenderedNode(.map(build), at: result.root["build"]?.place)
  }

  private func requirements(of output: RenderedMap, named name: String) -> RenderedNode {
    let given = V0Specs.expanded(output["requirements"])
    var result = RenderedMap()
    for kind in ["build", "host", "run"] {
      // An output that lists itself means the environment it is built in, not itself.
      let specs = V0Metadata.elements(of: given[kind]).filter {
        guard let spec = $0.text else { return true }
        return
          !(spec.hasPrefix(name)
          && (spec.utf8.count == name.utf8.count
            || spec.dropFirst(name.count).first?.isWhitespace ?? false))
      }
      if !specs.isEmpty { result[kind] = RenderedNode(.list(specs), at: given[kind]?.place) }
    }
    for entry in given.entries where !["build", "host", "run"].contains(entry.key) {
      if entry.key == "run_constrained", !entry.value.isTruthy { continue }
      result.append(entry)
    }
    return RenderedNode(.map(result), at: output["requirements"]?.place)
  }

  private func build(of output: RenderedMap, in result: V0Metadata) throws(Diagnostic)
    -> RenderedNode
  {
    let no = RenderedNode(.bool(false))
    var build = result.section("build")
    build["noarch"] = output["noarch"] ?? no
    build["noarch_python"] = output["noarch_python"] ?? no
    var current = result
    current.root["build"] = RenderedNode(.map(build))
    let isPure =
      [output["python_version_independent"], output["noarch_python"]].contains {
        $0?.isTruthy ?? false
      } || output["noarch"]?.text == "python"
    build["python_version_independent"] = RenderedNode(.bool(isPure))
    for key in ["number", "string"] where output[key] != nil { build[key] = output[key] }
    for key in ["run_exports", "track_features", "features"] {
      if let node = output[key], node.isTruthy { build[key] = node }
    }
    guard let own = output["build"] else {
      return RenderedNode(.map(build), at: result.root["build"]?.place)
    }
    // From here on the output's own section counts, and only the number is inherited.
    var replaced = own.map ?? RenderedMap()
    if replaced["number"] == nil {
      current.root["build"] = RenderedNode(.map(build))
      let number = try current.buildNumber()
      replaced["number"] = output["number"] ?? RenderedNode(.int(number))
    }
    return RenderedNode(.map(replaced), at: own.place)
  }
}
