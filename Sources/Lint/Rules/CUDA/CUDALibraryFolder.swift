import Diagnostics
import RecipeModel

/// On Windows CUDA 13 has its import libraries in `lib\x64`, and 12 in `lib`.
enum CUDALibraryFolder: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      output.settings(of: "CUDA_LIBRARY_PATH").compactMap { value, conditions, place in
        let builds = output.builds & recipe.matrix.builds(where: conditions + [.platform(.win)])
        let folder = value.lastComponent?.lowercased()
        let wrong: Condition
        switch folder {
        case "lib": wrong = .version(.cudaCompilerVersion, .atLeast, "13")
        case "x64": wrong = .modularCUDA && .version(.cudaCompilerVersion, .less, "13")
        default: return nil
        }
        let versions = recipe.matrix.contexts(in: builds & recipe.matrix.builds(where: wrong))
          .compactMap { $0.values[.cudaCompilerVersion] }
        return versions.first.map { .cudaLibraryFolder(for: $0, at: place) }
      }
    }
  }
}

extension CheckedOutput {
  /// What a variable is set to, in scripts and while the package's environment is active.
  fileprivate func settings(
    of name: String
  ) -> [(value: ScriptText, conditions: [Condition], place: SourceLocation?)] {
    var settings: [(value: ScriptText, conditions: [Condition], place: SourceLocation?)] = []
    for step in steps {
      guard case .environment(name, let value) = step.action else { continue }
      settings.append((value, step.conditions, step.location))
    }
    for file in output.environmentVariables.guarded() {
      for entry in file.value.value.entries where entry.name == name {
        settings.append((entry.value, file.conditions, entry.location))
      }
    }
    for scripts in output.activation.guarded() {
      for change in scripts.value.value.changes where change.name == name {
        guard case .set(let value) = change.action else { continue }
        settings.append((value, scripts.conditions, change.location))
      }
    }
    return settings
  }
}

extension ScriptText {
  /// `x64` of a path or a text that ends in `\x64`.
  fileprivate var lastComponent: Substring? {
    switch parts.last {
    case .path(let path), .slashedPath(let path): path.components.last?.lastComponent
    case .literal(let text): text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
    case .variable, nil: nil
    }
  }
}

extension Diagnostic {
  static func cudaLibraryFolder(for version: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "CUDA \(version) doesn't have its libraries for Windows in this folder",
      remedy:
        "write CUDA.buildEnvironment() and CUDA.pathWhileActive(), which choose `lib` or `lib/x64`"
    )
  }
}
