import Conda
import Diagnostics
import RecipeModel

/// Names of packages are made of few characters: they become files, URLs and arguments.
enum InvalidName: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let model = recipe.recipe
    var names = [(model.name, "recipe")]
    if model.hasNamedOutputs { names += model.outputs.map { ($0.name, "package") } }
    if let name = model.feedstockName { names.append((name, "feedstock")) }
    for output in model.outputs {
      names += output.requirements.ignoreRunExports.byName.guarded().map {
        ($0.value, "run export")
      }
      for test in output.tests.guarded() {
        guard case .downstream(let name) = test.value.value else { continue }
        names.append((Located(name, at: test.value.location), "downstream package"))
      }
    }
    return names.flatMap { name, what in
      recipe.plain(name.value).map {
        findings($0, what: what, at: name.location ?? model.name.location)
      } ?? []
    }
  }

  private static func findings(
    _ name: String, what: String, at place: SourceLocation?
  ) -> [Diagnostic] {
    do throws(PackageNameError) {
      let parsed = try PackageName(name)
      return parsed.isVirtual ? [.virtualName(name, what: what, at: place)] : []
    } catch {
      return [.invalidName(name, what: what, error, at: place)]
    }
  }
}

extension Diagnostic {
  static func invalidName(
    _ name: String, what: String, _ error: PackageNameError, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' can't name a \(what): \(error.message)",
      remedy: error.remedy ?? "use a-z, 0-9, '-', '_' and '.'")
  }

  static func virtualName(_ name: String, what: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' can't name a \(what): names with '__' stand for the machine",
      remedy: "write '\(name.drop { $0 == "_" })'")
  }
}
