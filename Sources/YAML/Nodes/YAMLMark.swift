import Diagnostics

/// A place within one file; lines and columns count from 1, columns in Unicode scalars.
package struct YAMLMark: Hashable, Sendable {
  private let storedLine: UInt32
  private let storedColumn: UInt32

  package init(line: Int, column: Int) {
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
  }

  package var line: Int { Int(storedLine) }
  package var column: Int { Int(storedColumn) }
}

extension YAMLMark: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    (a.storedLine, a.storedColumn) < (b.storedLine, b.storedColumn)
  }
}

/// From where to where something is written; `end` is the place behind it.
package struct YAMLSpan: Hashable, Sendable {
  package var start: YAMLMark
  package var end: YAMLMark

  package init(_ start: YAMLMark, _ end: YAMLMark) {
    self.start = start
    self.end = end
  }
}
