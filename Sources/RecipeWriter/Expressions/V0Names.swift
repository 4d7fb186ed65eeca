/// What rattler-build's expressions call otherwise: `version | split(".")` is `version.split(".")`.
enum V0Names {
  static func renamed(_ expression: String) -> String {
    var text = expression.replacing("| version_to_buildstring", with: "| replace(\".\", \"\")")
    // Patterns are pins; conda-build's bounds are versions.
    for (old, new) in [("upper_bound", "max_pin"), ("lower_bound", "min_pin")] {
      for quote in ["\"", "'"] {
        text = text.replacing("\(old)=\(quote)x", with: "\(new)=\(quote)x")
      }
      text = text.replacing("\(old)=None", with: "\(new)=None")
    }
    return withoutSplits(text)
  }

  /// The filter takes what stands before it, up to an opening bracket that it doesn't close.
  private static func withoutSplits(_ expression: String) -> String {
    var text = expression
    while let bar = text.firstRange(of: "| split(") {
      var operand = text[..<bar.lowerBound]
      while operand.last == " " { operand.removeLast() }
      var depth = 0
      let start = operand.lastIndex { character in
        if character == ")" || character == "]" { depth += 1 }
        if character == "(" || character == "[" { depth -= 1 }
        return depth < 0
      }
      let from = start.map { operand.index(after: $0) } ?? operand.startIndex
      let inner = operand[from...]
      let isName = inner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      text.replaceSubrange(
        from..<bar.upperBound, with: (isName ? String(inner) : "(\(inner))") + ".split(")
    }
    return text
  }
}
