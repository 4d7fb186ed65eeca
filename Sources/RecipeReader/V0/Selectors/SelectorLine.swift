/// One line of a recipe, taken apart as conda-build's `sel_pat` does.
///
/// The pattern is `(.+?)\s*(#.*)?\[([^\[\]]+)\](?(2)[^\(\)]*)$`: text, perhaps a comment, then a
/// bracket without brackets inside; behind it only a comment may go on, without parentheses.
/// The `#` is optional, so every line that ends in a bracket carries a selector.
struct SelectorLine: Hashable, Sendable {
  /// What stays of the line when the selector is true.
  var kept: Range<Int>
  /// A quote that ended the line and goes on the kept text.
  var closing: UInt8?
  var selector: Range<Int>

  /// nil when the line (without white space at its end) has no selector.
  init?(_ line: ArraySlice<UInt8>) {
    guard let last = line.last else { return nil }
    guard let match = Self.match(line) else { return nil }
    selector = match.selector
    closing = last == UInt8(ascii: "'") || last == UInt8(ascii: "\"") ? last : nil
    kept = line.startIndex..<match.end
    if closing == nil {
      kept = line.startIndex..<PythonText.startOfSpace(in: line, before: match.end)
    }
  }

  private static func match(_ line: ArraySlice<UInt8>) -> (end: Int, selector: Range<Int>)? {
    guard line.contains(UInt8(ascii: "[")), line.contains(UInt8(ascii: "]")) else { return nil }
    let first = line.startIndex + scalarWidth(line[line.startIndex])
    var index = first
    var hasComment = false
    while index < line.endIndex {
      var selector: Range<Int>?
      // Where the first comment has no selector, the later ones, which end alike, have none.
      if line[index] == UInt8(ascii: "#"), !hasComment {
        hasComment = true
        selector = inComment(line, from: index + 1)
      } else if line[index] == UInt8(ascii: "[") {
        selector = atEnd(line, from: index)
      }
      if let selector {
        return (max(first, PythonText.startOfSpace(in: line, before: index)), selector)
      }
      index += 1
    }
    return nil
  }

  private static func scalarWidth(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The last bracket of a comment behind which no parenthesis stands.
  private static func inComment(_ line: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    var close: Int?
    var hasParenthesis = false
    var index = line.endIndex
    while index > start {
      index -= 1
      switch line[index] {
      case UInt8(ascii: "]"):
        if hasParenthesis { return nil }
        close = index
      case UInt8(ascii: "["):
        if let close, close > index + 1 { return (index + 1)..<close }
        close = nil
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        // Inside the bracket they may stand, behind it not.
        hasParenthesis = true
      default: break
      }
    }
    return nil
  }

  private static func atEnd(_ line: ArraySlice<UInt8>, from open: Int) -> Range<Int>? {
    let last = line.endIndex - 1
    guard line[last] == UInt8(ascii: "]"), last > open + 1 else { return nil }
    let inside = (open + 1)..<last
    let isPlain = line[inside].allSatisfy { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
    return isPlain ? inside : nil
  }
}
