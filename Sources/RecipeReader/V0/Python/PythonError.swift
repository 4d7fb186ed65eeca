/// An exception as Python, jinja2 or the selector evaluator would raise it.
package struct PythonError: Error, Hashable, Sendable {
  package enum Kind: String, Sendable {
    case typeError = "TypeError"
    case valueError = "ValueError"
    case nameError = "NameError"
    case attributeError = "AttributeError"
    case indexError = "IndexError"
    case keyError = "KeyError"
    case zeroDivisionError = "ZeroDivisionError"
    case overflowError = "OverflowError"
    case runtimeError = "RuntimeError"
    case fileNotFoundError = "FileNotFoundError"
    /// A selector that Python can't parse.
    case syntaxError = "SyntaxError"
    /// A selector that uses more of Python than conda-build allows.
    case validationError = "ValidationException"
    case undefinedError = "UndefinedError"
    case templateSyntaxError = "TemplateSyntaxError"
    case templateRuntimeError = "TemplateRuntimeError"
    case templateNotFound = "TemplateNotFound"
    /// One of our own limits on time, depth or size.
    case limit = "limit"
    /// Something Python can do and this reader can't or won't (clocks, regular expressions).
    case unsupported = "unsupported"
  }

  package var kind: Kind
  package var message: String
  /// Byte offset into the template or expression, where it is known.
  package var offset: Int?

  init(_ kind: Kind, _ message: String, at offset: Int? = nil) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }

  /// Whether it is one of jinja2's `TemplateError`s, which conda-build catches.
  var isTemplateError: Bool {
    switch kind {
    case .undefinedError, .templateSyntaxError, .templateRuntimeError, .templateNotFound: true
    default: false
    }
  }

  func placed(at offset: Int) -> PythonError {
    self.offset == nil ? PythonError(kind, message, at: offset) : self
  }
}
