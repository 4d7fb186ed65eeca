import Diagnostics
import Testing
import YAML

@Suite struct CommentTests {
  private static func comments(_ text: String) -> [YAMLComment] {
    YAMLReader(file: "f").read(text).comments.all
  }

  @Test func textThatLooksLikeACommentIsNone() {
    let text = """
      # top
      é: "a # no" # yes [win]
      b: 'x
        # no
        y' #z
      c: a#b
      d: |  # header
        # text
        last
        # text too
      # between
      e: [a, # in flow
        "#"]
      f: >-

        # folded

      # behind
      g: {a: b}#tight
      h:   # on key
        - i   #
        # indented
        -  # dash
          j: *k#l
      """
    let broken = Self.comments(text)
    #expect(broken.isEmpty, "the unknown alias ends the reading, and with it what is known")
    let found = Self.comments(text.replacing("*k#l", with: "k#l"))
    #expect(
      found.map { "\($0.mark.line):\($0.mark.column) \($0.isWholeLine) \($0.text)" } == [
        "1:1 true top", "2:13 false yes [win]", "5:6 false z", "7:7 false header",
        "11:1 true between", "12:8 false in flow", "18:1 true behind", "19:10 false tight",
        "20:6 false on key", "21:9 false ", "22:3 true indented", "23:6 false dash",
      ])
  }

  @Test func commentsAreFoundByLine() {
    let comments = YAMLReader(file: "f").read(
      "# a\n\n# b\n# c\nx: 1  # d\n# e\ny: 2\n"
    ).comments
    #expect(comments.trailing(line: 5)?.text == "d")
    #expect(comments.trailing(line: 4) == nil)
    #expect(comments.on(line: 4)?.text == "c")
    #expect(comments.above(line: 5).map(\.text) == ["b", "c"])
    #expect(comments.above(line: 7).map(\.text) == ["e"])
    #expect(comments.above(line: 2).map(\.text) == ["a"])
    #expect(comments.above(line: 1).isEmpty)
  }

  /// libyaml counts lines at NEL, LS and PS as well.
  @Test func allLineBreaksOfYAMLCount() {
    #expect(
      Self.comments("a: 1\u{85}#b\u{2028}c: 2\r#d\r\n\u{2029}e: 3 #f").map(\.mark) == [
        YAMLMark(line: 2, column: 1), YAMLMark(line: 4, column: 1), YAMLMark(line: 6, column: 6),
      ])
  }

  @Test func everyWrittenCommentIsFound() {
    var random = SeededGenerator(seed: 5)
    var count = 0
    for _ in 0..<1500 {
      let tree = random.decorated(random.tree(depth: 4))
      var written: [String] = []
      func collect(_ block: YAMLBlock) {
        switch block {
        case .scalar: break
        case .sequence(let items): for item in items { add(item.trivia, item.value) }
        case .mapping(let entries): for entry in entries { add(entry.trivia, entry.value) }
        }
      }
      func add(_ trivia: YAMLTrivia, _ value: YAMLBlock) {
        if let comment = trivia.comment, !comment.isEmpty { written.append(comment) }
        for case .comment(let text) in trivia.above + trivia.below { written.append(text) }
        collect(value)
      }
      collect(tree)
      let text = YAMLWriter(.config).text(of: tree)
      let stream = YAMLReader(file: "f").read(text)
      #expect(!stream.findings.hasErrors)
      // Trailing comments of an item and of the key on its dash share a line, and a comment may
      // have several lines; so letters are counted.
      func letters(_ texts: [String]) -> [Character: Int] {
        texts.joined().reduce(into: [:]) { counts, character in
          if character.isLetter, character.isASCII { counts[character, default: 0] += 1 }
        }
      }
      #expect(letters(stream.comments.all.map(\.text)) == letters(written), "\(text)")
      count += written.count
    }
    #expect(count > 1000)
  }
}
