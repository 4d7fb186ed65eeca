import Conda
import Diagnostics
import RecipeModel

/// A pin's bounds are `x.x`, which keeps so many parts of the version, or versions.
enum PinBounds: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.flatMap { line -> [Diagnostic] in
        let pin: PackagePin
        switch line.requirement {
        case .pinSubpackage(let own): pin = own
        case .pinCompatible(let other): pin = other
        default: return []
        }
        return [pin.lowerBound, pin.upperBound].compactMap { bound in
          bound.flatMap {
            isValid($0) ? nil : .invalidPinBound($0, of: pin.name, at: line.location)
          }
        }
      }
    }
  }

  private static func isValid(_ bound: String) -> Bool {
    if (try? PinExpression(bound)) != nil { return true }
    // `x.y` would pass as a version, too.
    return bound.first?.lowercased() != "x" && (try? Version(bound)) != nil
  }
}

extension Diagnostic {
  static func invalidPinBound(
    _ bound: String, of name: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(bound)' is no bound for the pin on '\(name)'",
      remedy: "write as many x as parts of the version count, such as \"x.x\", or a version")
  }
}
