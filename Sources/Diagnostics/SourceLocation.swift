/// A place in a text: lines and columns count from 1, columns in Unicode scalars.
///
/// For Swift recipes `file` is a `#fileID` (`Recipes/PyGeNN.swift`), for others the path as given.
package struct SourceLocation: Hashable, Sendable, Codable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String { "\(file):\(line):\(column)" }
}

extension SourceLocation: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
