/// Signs that a test ended well because it did nothing.
enum SkippedTests {
  static func sign(in log: LogText) -> String? {
    var ran = false
    var skipped: String?
    for line in log.lines {
      let words = line.lowercased()
      if words.hasPrefix("ok: ") || words.contains(" passed") { ran = true }
      // unittest: "Ran 3 tests in 0.1s" and then "OK (skipped=3)".
      if words.hasPrefix("ok (skipped="), let count = number(in: words),
        let all = log.lines.last(where: { $0.hasPrefix("Ran ") }).flatMap({ number(in: $0) })
      {
        if count >= all { skipped = line } else { ran = true }
      }
      if words.hasPrefix("not run:") || words.contains("no tests ran")
        || words.contains("collected 0 items") || words.hasPrefix("skipping")
        || words.hasPrefix("skipped:") || words.hasPrefix("skip:")
        || words.contains(" skipped in ") || words.hasPrefix("ran 0 tests")
      {
        skipped = line
      }
    }
    return ran ? nil : skipped
  }

  private static func number(in text: String) -> Int? {
    Int(text.drop { !$0.isNumber }.prefix { $0.isNumber })
  }
}
