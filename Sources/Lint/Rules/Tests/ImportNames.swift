import Diagnostics
import RecipeModel

/// Modules as Python's `import` takes them.
enum ImportNames: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.output.tests.guarded().flatMap { test -> [Diagnostic] in
        guard case .python(let python) = test.value.value else { return [] }
        let place = test.value.location ?? output.location
        if python.imports.isEmpty { return [.noImports(at: place)] }
        return python.imports.compactMap { name in
          recipe.plain(name.value).map(PythonName.isDotted) ?? true
            ? nil : .invalidImport(name.value, at: name.location ?? place)
        }
      }
    }
  }
}

extension Diagnostic {
  static func invalidImport(_ name: String, at place: SourceLocation?) -> Diagnostic {
    let better = String(name.map { $0 == "-" || $0 == " " ? "_" : $0 == "/" ? "." : $0 })
    return Diagnostic(
      .error, at: place, "'\(name)' is not the name of a Python module",
      remedy: PythonName.isDotted(better)
        ? "write '\(better)', as `import` takes it" : "write it as `import` takes it")
  }

  static func noImports(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the test imports nothing",
      remedy: "name the package's module: Imports(\"…\")")
  }
}
