import Diagnostics
import RecipeModel

/// A test that sets up what the package should have set up passes where the user fails.
enum TestEnvironment: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let files = Dictionary(
      recipe.recipe.files.map { ($0.value.path, $0) }, uniquingKeysWith: { first, _ in first })
    return recipe.outputs.flatMap { output in
      output.output.tests.guarded().flatMap { test -> [Diagnostic] in
        guard case .commands(let commands) = test.value.value else { return [] }
        let place = test.value.location ?? output.location
        var findings = commands.commands.guarded().compactMap { command in
          variable(setIn: command.value.value).map {
            Diagnostic.testSetsVariable($0, at: command.value.location ?? place)
          }
        }
        for path in commands.files.guarded().map(\.value.value) {
          guard let file = files[path], let name = variable(setIn: file.value.text) else {
            continue
          }
          findings.append(.testSetsVariable(name, at: file.location ?? place))
        }
        return findings
      }
    }
  }

  private static let names = [
    "CUDA_PATH", "CUDA_LIBRARY_PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "CXX", "PATH",
  ]

  /// `export CUDA_PATH=…`, `set "PATH=…`, `os.environ["CXX"] = …`
  private static func variable(setIn text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { " \t\"'[]();&|".contains($0) }
      for (index, word) in words.enumerated() {
        if let name = names.first(where: { word.hasPrefix("\($0)=") && !word.hasPrefix("\($0)==") })
        {
          return name
        }
        guard word.hasSuffix("environ"), index + 2 < words.count,
          words[index + 2].hasPrefix("="), !words[index + 2].hasPrefix("==")
        else { continue }
        if let name = names.first(where: { words[index + 1] == $0 }) { return name }
      }
    }
    return nil
  }
}

extension Diagnostic {
  static func testSetsVariable(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the test sets \(name) itself, which users of the package don't",
      remedy: "leave it out: if the test then fails, the package lacks something")
  }
}
