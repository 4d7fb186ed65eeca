package import Diagnostics

extension V1 {
  /// Where something stands in a recipe; the file is the same for all of it.
  package struct Place: Hashable, Sendable {
    package let line: Int32
    package let column: Int32

    package init(line: Int, column: Int) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }

    package func location(in file: String) -> SourceLocation {
      SourceLocation(file: file, line: Int(line), column: Int(column))
    }

    /// The place this many bytes into a text that begins here; the beginning, when the text runs over
    /// several lines and its indentation is unknown.
    func advanced(by offset: Int?, in text: String) -> Place {
      guard let offset, offset > 0 else { return self }
      let passed = Array(text.utf8.prefix(offset))
      guard !passed.contains(0x0A) else { return self }
      let scalars = String(decoding: passed, as: UTF8.self).unicodeScalars.count
      return Place(line: Int(line), column: Int(column) + scalars)
    }
  }
}
