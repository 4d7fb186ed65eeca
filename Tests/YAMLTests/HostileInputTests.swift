import Diagnostics
import Testing
import YAML

/// Files that are meant to do harm end in a finding, soon.
@Suite struct HostileInputTests {
  private static func finding(_ text: String, nodes: Int? = nil) -> Diagnostic? {
    var options = YAMLReadOptions.pyyaml
    if let nodes { options.limits.nodes = nodes }
    return YAMLReader(file: "f", options: options).read(text).findings.all.first
  }

  private static func milliseconds(_ body: () -> Void) -> Double {
    let duration = ContinuousClock().measure(body)
    return Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds)
      * 1e3
  }

  @Test func aBillionLaughsCostMilliseconds() {
    var text = "l0: &l0 [lol]\n"
    for level in 1...30 {
      let alias = "*l\(level - 1)"
      text +=
        "l\(level): &l\(level) [\([String](repeating: alias, count: 10).joined(separator: ","))]\n"
    }
    let time = Self.milliseconds { #expect(Self.finding(text)?.id == "too-many-nodes") }
    #expect(time < 200)
  }

  @Test func mergesAreCountedToo() {
    let keys = (0..<2000).map { "k\($0): 1" }.joined(separator: ", ")
    let text =
      "a: &a {\(keys)}\nb:\n" + String(repeating: "  - {<<: [*a, *a, *a, *a]}\n", count: 2000)
    let time = Self.milliseconds {
      #expect(Self.finding(text, nodes: 100_000)?.id == "too-many-nodes")
    }
    #expect(time < 3000)
  }

  @Test(arguments: ["[", "{a: ", "- ", "[[],\n", "\u{2028}- "])
  func depthEndsInAFinding(piece: String) {
    let text = String(repeating: piece, count: 100_000)
    let time = Self.milliseconds {
      // Lists below each other are not deep; they stand for what must not be refused by mistake.
      #expect(Self.finding(text)?.id == (piece.hasPrefix("\u{2028}") ? nil : "too-deep"))
    }
    #expect(time < 20_000)
  }

  @Test func indentedDepthEndsInAFinding() {
    let text = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(Self.finding(text)?.id == "too-deep")
    #expect(Self.finding(String(repeating: "? ", count: 500_000))?.id == "key-not-text")
  }

  @Test func sizeEndsInAFinding() {
    let items = String(repeating: "- a\n", count: 100_000)
    #expect(Self.finding(items, nodes: 100_000)?.id == "too-many-nodes")
    #expect(Self.finding(items, nodes: 100_001) == nil)
    let text = "a: \"" + String(repeating: "x y # ", count: 3_000_000) + "\" # c\n"
    #expect(Self.finding(text)?.id == "file-too-large")
    var options = YAMLReadOptions()
    options.limits.bytes = 100 << 20
    let read = YAMLReader(file: "f", options: options).read(text)
    #expect(read.findings.all.isEmpty && read.comments.all.map(\.text) == ["c"])
  }

  @Test func anyBytesEndInATreeOrAFinding() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...300, using: &random)
      let isText = random.chance(50)
      let bytes = (0..<count).map { _ in
        isText
          ? UInt8.random(in: 9...126, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      let stream = YAMLReader(file: "f").read(bytes: bytes)
      for finding in stream.findings.all {
        #expect(finding.location != nil && finding.remedy != nil)
      }
    }
  }

  @Test func aCutTextNeverCrashes() {
    let text = Array(
      "é: &a \"x\\u00e9 # \"  # c\nb: [*a, {<<: {d: |2\n   e\n}}]\n? !t f\n: >-\n  g\n...\n".utf8)
    for end in text.indices {
      _ = YAMLReader(file: "f").read(bytes: Array(text[..<end]))
      var changed = text
      changed[end] = changed[end] &+ 1
      _ = YAMLReader(file: "f").read(bytes: changed)
    }
  }
}
