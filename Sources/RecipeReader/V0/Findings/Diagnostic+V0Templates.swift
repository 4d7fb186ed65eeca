import Diagnostics

/// What stops selectors and templates.
extension Diagnostic {
  static func invalidSelector(
    _ selector: String, _ reason: PythonError, at place: SourceLocation
  ) -> Self {
    let remedy =
      switch reason.kind {
      case .syntaxError:
        "write a Python expression, or put the brackets where they don't end the line"
      case .validationError: "use names, comparisons, 'and', 'or', 'not' and methods of text only"
      case .limit: "make the expression shorter"
      default: "compare values of one kind, and only keys that every variant has"
      }
    return Self(
      .error, at: place,
      "the selector '[\(selector)]' can't be evaluated: \(reason.kind.rawValue): \(reason.message)",
      remedy: remedy)
  }

  static func templateError(_ error: PythonError, at place: SourceLocation) -> Self {
    switch error.kind {
    case .limit:
      Self(
        .error, at: place, "the template does too much here: \(error.message)",
        remedy: "make loops, texts and nesting smaller", id: "template-limit")
    case .unsupported:
      Self(
        .error, at: place, "the template can't be rendered here: \(error.message)",
        remedy: "write the value itself", id: "template-unsupported")
    case .templateSyntaxError:
      Self(
        .error, at: place, "this is not Jinja: \(error.message)",
        remedy: "correct the tag, and check that every block is closed", id: "template-syntax")
    default:
      Self(
        .error, at: place, "the template fails here: \(error.kind.rawValue): \(error.message)",
        remedy: "check the values and the arguments of this expression", id: "template-error")
    }
  }

  static func undefinedName(_ message: String, at place: SourceLocation?) -> Self {
    Self(
      .warning, at: place, "\(message); conda-build prints nothing in its place",
      remedy: "define it with {% set … %} or in the variant, or give it a | default(…)")
  }

  static func needsSource(_ what: String, at place: SourceLocation) -> Self {
    Self(
      .warning, at: place, "'\(what)' is known only when the source of the package is there",
      remedy: "write the value into the recipe")
  }

  static func fileNotBesideRecipe(_ name: String, at place: SourceLocation) -> Self {
    Self(
      .warning, at: place,
      "no text file '\(name)' lies below the recipe's folder, and no other is read",
      remedy: "put it beside the recipe, or write the value into the recipe")
  }

  static func environmentNotRead(at place: SourceLocation) -> Self {
    Self(
      .note, at: place, "environment variables are not read; the recipe sees none",
      remedy: "allow it with --allow-environment")
  }

  static func invalidVariant(_ message: String, at place: SourceLocation) -> Self {
    Self(.error, at: place, message, remedy: "correct the variant")
  }
}
