/// A piece of code in GeNN's language, with the place of each part in the Swift file.
///
///     Snippet { "V += (-V + Isyn) * (dt / tau);" }
///
/// The language is C-like; `Grammar/GeNNCode.ebnf` defines the part that is understood.
public struct Snippet: Hashable, Sendable {
  /// What one string literal contributed.
  public struct Part: Hashable, Sendable {
    /// One or more lines, without a line end behind the last.
    public var text: String
    /// Where the literal begins.
    public var place: Place

    /// Text and the place of its literal.
    public init(text: String, place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// In order; each begins on a line of its own.
  public var parts: [Part]

  /// Code made of parts.
  public init(parts: [Part]) { self.parts = parts }

  /// Code written as string literals, one after the other.
  public init(@SnippetBuilder _ parts: () -> [Part]) { self.parts = parts() }

  /// All parts as one text.
  public var code: String { parts.map(\.text).joined(separator: "\n") }
}

/// Lists string literals with their places.
@resultBuilder public enum SnippetBuilder: ModelListBuilder {
  /// Pieces of code are what a snippet holds.
  public typealias Element = Snippet.Part

  /// One string literal; its place is that of its opening quote.
  public static func buildExpression(
    _ text: String, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Snippet.Part] {
    [Snippet.Part(text: text, place: Place(file: file, line: line, column: column))]
  }
}
