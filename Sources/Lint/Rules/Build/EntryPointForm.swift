import Diagnostics
import RecipeModel

/// `name = module:function`
enum EntryPointForm: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.output.build.entryPoints.compactMap { point in
        isValid(point.value)
          ? nil : .invalidEntryPoint(point.value, at: point.location ?? output.location)
      }
    }
  }

  private static func isValid(_ text: String) -> Bool {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return false }
    let command = sides[0].trimmedSpaces
    let target = sides[1].trimmedSpaces.split(separator: ":", omittingEmptySubsequences: false)
    return isCommand(command) && target.count == 2
      && target.allSatisfy { PythonName.isDotted($0) }
  }

  /// The name of a program: nothing that a shell or Windows reads otherwise.
  private static func isCommand(_ name: Substring) -> Bool {
    let allowed = name.allSatisfy { character in
      character.isASCII && (character.isLetter || character.isNumber || "_-.+".contains(character))
    }
    return allowed && !name.isEmpty && name.first != "-"
  }
}

extension Substring {
  fileprivate var trimmedSpaces: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Diagnostic {
  static func invalidEntryPoint(_ text: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(text)' is not an entry point",
      remedy: "write 'name = module:function', as in \"box = box.cli:main\"")
  }
}
