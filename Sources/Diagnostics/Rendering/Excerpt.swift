/// A source line as a terminal shows it, and what must stand before a caret below it.
struct Excerpt: Hashable {
  var text: String
  /// nil when the place has no column.
  var margin: String?

  /// Longer lines (minified files, data) are cut to this many scalars around the column.
  private static let limit = 160

  /// - Parameter column: counted from 1 in Unicode scalars; behind the line's end it means the end.
  init(line: String, column: Int) {
    let scalars = line.unicodeScalars.map(\.shown)
    let place = min(max(column, 1) - 1, scalars.count)
    let start = scalars.count > Self.limit ? max(0, place - Self.limit / 2) : 0
    let end = min(scalars.count, start + Self.limit)
    text = (start > 0 ? "…" : "") + Self.string(scalars[start..<end])
    if end < scalars.count { text += "…" }
    margin = column < 1 ? nil : (start > 0 ? " " : "") + Self.blank(scalars[start..<place])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars)
    return string
  }

  /// White space as wide as the text; tabs stay tabs, since only the terminal knows their width.
  private static func blank(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    string(scalars).map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.cells) }.joined()
  }
}
