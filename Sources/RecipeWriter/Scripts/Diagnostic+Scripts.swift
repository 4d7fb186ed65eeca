import Diagnostics
import RecipeModel

extension Diagnostic {
  static func variableNameNotValid(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' cannot name an environment variable in every shell",
      remedy: "use letters, digits and '_', and no digit in front")
  }

  static func variableNotKnown(
    _ variable: ScriptVariable, in scope: ScriptScope, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(variable)' does not exist where \(scope.article) script runs",
      remedy: scope == .link
        ? "use prefix, packageName or packageVersion" : "use prefix or libraryPrefix")
  }

  static func textWithNul(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the text holds a NUL character, which no shell can hold",
      remedy: "take it out")
  }

  static func pathNotInThePackage(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the path starts at '/', outside of every package",
      remedy: "start it at .prefix, .buildPrefix, .srcDir or another variable")
  }

  static func fileNameNotOnWindows(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "no file can be named '\(name)' on Windows",
      remedy: "rename it, or put the step under when(.unix)")
  }

  static func textNotForBatch(
    _ problem: BatchLine.Problem, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(.error, at: place, problem.message, remedy: problem.remedy)
  }

  static func batchTextBeyondAscii(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the script for Windows is not plain ASCII; conda-build reads it in the machine's code page",
      remedy: "spell it in ASCII, or move the text into a file of the recipe")
  }

  static func programMissing(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(.error, at: place, "the step names no program", remedy: "name one")
  }

  static func separatorInSearchPath(_ separator: Character, at place: SourceLocation?) -> Diagnostic
  {
    Diagnostic(
      .error, at: place,
      "a folder on a search path cannot hold '\(separator)', which separates them",
      remedy: "rename the folder")
  }

  static func wholeFolderRemoved(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the step would take away a whole folder of the build",
      remedy: "name what to take below it")
  }

  static func fileNameMissing(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the step names a folder where the file's own path is meant",
      remedy: "add the file's name")
  }

  static func messageOutsideLinkScript(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "only link scripts can leave a message for the user",
      remedy: "move it into a post-link script")
  }

  static func stepNotInLinkScript(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a link script cannot install Python packages",
      remedy: "install them in the build script")
  }

  static func scriptTooDeep(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conditions in the script nest too deep", remedy: "split or merge them")
  }

  static func templateNotUsable(_ template: String, line: Int, _ problem: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: template, line: line), problem,
      remedy: "correct the template, or remove it to use the built-in one")
  }
}

extension ScriptScope {
  fileprivate var article: String {
    switch self {
    case .build: "a build"
    case .link: "a link"
    case .activation: "an activation"
    }
  }
}
