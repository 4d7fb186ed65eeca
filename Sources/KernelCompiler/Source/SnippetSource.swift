package import Diagnostics
package import SpikingModels

/// A snippet's text as the compiler reads it, and the way back from a byte to its place in Swift.
package struct SnippetSource: Hashable, Sendable {
  /// What findings call it, such as `simulation of 'Izhikevich'`.
  package let title: String
  let bytes: [UInt8]
  private let fallback: Place
  private let parts: [(start: Int, place: Place, isBlock: Bool)]

  /// Longer snippets are rejected, so that nothing behind has to fear them.
  static let largest = 100_000

  /// `place` is that of the model, for a snippet without any code.
  package init(_ snippet: Snippet, title: String, place: Place) {
    fallback = place
    self.title = title
    var bytes: [UInt8] = []
    var parts: [(Int, Place, Bool)] = []
    for part in snippet.parts {
      if !parts.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      parts.append((bytes.count, part.place, part.text.utf8.contains(UInt8(ascii: "\n"))))
      bytes += part.text.utf8
    }
    self.bytes = bytes
    self.parts = parts
  }

  /// Exact for a literal on one line. A `"""` literal's text begins on the line after the quotes,
  /// and its indentation is taken to be that of the quotes, as `swift format` writes it.
  package func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    guard let part = parts.last(where: { $0.start <= offset }) else {
      return SourceLocation(fallback)
    }
    var line = part.place.line + (part.isBlock ? 1 : 0)
    var column = part.place.column + (part.isBlock ? 0 : 1)
    for byte in bytes[part.start..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = part.place.column
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourceLocation(file: part.place.file, line: line, column: column)
  }

  package static func == (a: Self, b: Self) -> Bool { a.title == b.title && a.bytes == b.bytes }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(bytes)
  }
}

extension SourceLocation {
  /// The place where a part of a network was described.
  package init(_ place: Place) {
    self.init(file: place.file, line: place.line, column: place.column)
  }
}
