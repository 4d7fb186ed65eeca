import Diagnostics
import RecipeModel

extension Diagnostic {
  static func expressionInScript(_ text: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "scripts can't decide '\(text)', an expression of the recipe's",
      remedy: "test for platforms, versions or values of variants instead")
  }

  static func variantNotKnown(
    _ key: VariantKey, in scope: ScriptScope, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(key)' is not known any more where \(scope.rawValue) scripts run",
      remedy: "test it in the build script, and install the \(scope.rawValue) script there")
  }

  static func crossBuildNotKnown(in scope: ScriptScope, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "how the package was built is not known where \(scope.rawValue) scripts run",
      remedy: "test it in the build script, and install the \(scope.rawValue) script there")
  }

  static func variantValueQuoted(_ value: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "cmd can't compare with a value that holds a double quote: '\(value)'",
      remedy: "name the variant's value without it")
  }

  static func versionNotNumeric(_ version: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "scripts compare versions by their numbers, and '\(version)' is more",
      remedy: "compare with up to four numbers of up to eight digits, such as 12.9")
  }

  static func pythonBeyondMinor(_ version: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "scripts know Python as '3.12' alone, and can't tell '\(version)'",
      remedy: "test for major and minor version, or use the condition outside of the script")
  }
}
