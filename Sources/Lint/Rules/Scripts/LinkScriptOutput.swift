import Diagnostics
import RecipeModel

/// Link scripts must not print: conda's own output is for programs, too. Messages go to a file that
/// conda shows.
enum LinkScriptOutput: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.steps.compactMap { step in
        guard step.script != .build else { return nil }
        switch step.action {
        case .run(let program, _):
          let name = program.literalText ?? ""
          return printers.contains(name)
            ? .linkScriptPrints(at: step.location) : .linkScriptRuns(name, at: step.location)
        case .raw:
          let prints = step.action.rawTexts.contains { text in
            text.split(whereSeparator: \.isNewline).contains(where: isPrinting)
          }
          return prints ? .linkScriptPrints(at: step.location) : nil
        default: return nil
        }
      }
    }
  }

  private static let printers: Set<String> = ["echo", "printf", "cat", "type", "print"]

  /// A command that prints, and isn't redirected. Errors may go to standard error.
  private static func isPrinting(_ line: Substring) -> Bool {
    let commands = line.split { $0 == ";" || $0 == "&" || $0 == "|" || $0 == "(" || $0 == "{" }
    guard !isRedirected(line) else { return false }
    return commands.contains { command in
      let words = command.split { $0 == " " || $0 == "\t" || $0 == "@" || $0 == "." }
      guard let first = words.first else { return false }
      let isSwitch = words.count > 1 && ["on", "off"].contains(words[1].lowercased())
      return printers.contains(first.lowercased()) && !(first.lowercased() == "echo" && isSwitch)
    }
  }

  /// A `>` outside of quotes that isn't only about errors.
  private static func isRedirected(_ line: Substring) -> Bool {
    var quote: Character?
    var previous: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == ">", previous != "2" {
        return true
      }
      previous = character
    }
    return false
  }
}

extension Diagnostic {
  static func linkScriptPrints(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a link script must not print",
      remedy: "write Message(\"…\"), which conda shows once the installation is done")
  }

  static func linkScriptRuns(_ program: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "a link script can't rely on '\(program)': other packages may not be installed yet",
      remedy: "do it in Script, when the package is built")
  }
}
