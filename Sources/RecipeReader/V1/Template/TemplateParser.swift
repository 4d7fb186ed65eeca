extension V1 {
  /// Cuts a template into text and expressions.
  struct TemplateParser {
    let bytes: [UInt8]
    var offset = 0
    var trimsNext = false
    var parts: [Template.Part] = []
    var variables = UsedVariables()
    /// Statements whose end has not been read yet.
    var blocks: [TemplateBlock] = []
    var blockNames: Set<String> = []
    var hasStatements = false

    init(_ source: String) {
      bytes = Array(source.utf8)
    }

    mutating func parse() throws(ExpressionError) {
      // One line break at the end of a template belongs to the file, not to the text.
      var end = bytes.count
      if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
      if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
      while offset < end {
        guard let mark = nextMark(before: end) else {
          appendText(upTo: end, trimsEnd: false)
          offset = end
          break
        }
        switch mark.kind {
        case .expression: try parseExpression(at: mark.start)
        case .comment: try skipComment(at: mark.start)
        case .foreign: try checkForeign(at: mark.start, before: end)
        case .statement: try parseStatement(at: mark.start)
        }
      }
      if let open = blocks.last { throw open.unclosed }
    }

    private enum Mark { case expression, comment, statement, foreign }

    /// Where the next special sequence begins; text that was skipped before stays pending.
    private func nextMark(before end: Int) -> (kind: Mark, start: Int)? {
      var index = scanned
      while index + 1 < end {
        if bytes[index] == UInt8(ascii: "{") {
          switch bytes[index + 1] {
          case UInt8(ascii: "{"):
            if index > offset, bytes[index - 1] == UInt8(ascii: "$") {
              return (.expression, index - 1)
            }
            return (.foreign, index)
          case UInt8(ascii: "#"): return (.comment, index)
          case UInt8(ascii: "%"): return (.statement, index)
          default: break
          }
        }
        index += 1
      }
      return nil
    }

    /// Up to where text was looked through without being taken over.
    private var scanned: Int { max(offset, foreignEnd) }
    private var foreignEnd = 0

    private mutating func parseExpression(at start: Int) throws(ExpressionError) {
      var from = start + 3
      let sign = from < bytes.count ? bytes[from] : 0
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { from += 1 }
      appendText(upTo: start, trimsEnd: sign == UInt8(ascii: "-"))
      var parser = try ExpressionParser(bytes, from: from, end: .braces)
      let expression = try parser.parseExpression()
      guard case .end(let trimsAfter) = parser.token else {
        throw .unexpected(parser.token, expected: "}}", at: parser.start)
      }
      parts.append(.expression(expression))
      variables.collect(from: expression)
      offset = parser.scanner.offset
      trimsNext = trimsAfter
    }

    private mutating func skipComment(at start: Int) throws(ExpressionError) {
      let first = start + 2 < bytes.count ? bytes[start + 2] : 0
      appendText(upTo: start, trimsEnd: first == UInt8(ascii: "-"))
      var index = start + 2
      while index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
          trimsNext = index > start + 2 && bytes[index - 1] == UInt8(ascii: "-")
          offset = index + 2
          return
        }
        index += 1
      }
      throw ExpressionError(
        .syntax, "the comment is not closed", remedy: "close it with #}", offset: start)
    }

    /// `{{ }}` without a dollar is text, but the engine wants even that to be an expression.
    private mutating func checkForeign(at start: Int, before end: Int) throws(ExpressionError) {
      var from = start + 2
      if from < end, bytes[from] == UInt8(ascii: "-") || bytes[from] == UInt8(ascii: "+") {
        from += 1
      }
      do throws(ExpressionError) {
        var parser = try ExpressionParser(bytes, from: from, end: .braces)
        let expression = try parser.parseExpression()
        guard case .end = parser.token else {
          throw .unexpected(parser.token, expected: "}}", at: parser.start)
        }
        variables.collect(from: expression)
        foreignEnd = parser.scanner.offset
      } catch {
        // rattler-build took `#{{ }}` for a comment before 0.58.
        let isComment = start > 0 && bytes[start - 1] == UInt8(ascii: "#")
        throw ExpressionError(
          error.kind, error.message,
          remedy: isComment
            ? "write comments as {# … #}" : "write ${{ … }} for an expression, { { for braces",
          offset: error.offset)
      }
    }

    mutating func appendText(upTo end: Int, trimsEnd: Bool) {
      var text = bytes[min(offset, end)..<end]
      if trimsNext { text = text.drop(while: \.isSpace) }
      if trimsEnd {
        text = text[..<(text.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? text.startIndex)]
      }
      trimsNext = false
      if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
    }
  }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
