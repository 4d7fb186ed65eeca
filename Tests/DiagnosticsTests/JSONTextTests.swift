import Diagnostics
import Foundation
import Testing

@Suite struct JSONTextTests {
  private static let sample: JSONText = [
    "z": [1, -2.5, true, nil], "a": ["in": [:], "list": []], "text": "é",
  ]

  @Test func compactKeepsTheOrderOfMembers() {
    #expect(
      Self.sample.text(.compact)
        == #"{"z":[1,-2.5,true,null],"a":{"in":{},"list":[]},"text":"é"}"#)
  }

  @Test func prettyIndentsByTwo() {
    #expect(
      Self.sample.text() == """
        {
          "z": [
            1,
            -2.5,
            true,
            null
          ],
          "a": {
            "in": {},
            "list": []
          },
          "text": "é"
        }
        """)
  }

  @Test(arguments: [
    ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("\r\n", #""\r\n""#), ("🧠", "\"🧠\""),
  ])
  func escapes(string: String, json: String) {
    #expect(JSONText.string(string).text(.compact) == json)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1e100, "1e+100"), (.leastNonzeroMagnitude, "5e-324"), (-0.0, "-0.0"),
    (.nan, "null"), (.infinity, "null"),
  ])
  func numbers(number: Double, json: String) {
    #expect(JSONText.number(number).text(.compact) == json)
  }

  /// Foundation's reader is the other opinion on whether it is JSON at all.
  @Test func everyScalarSurvivesFoundation() throws {
    var text = ""
    for value in UInt32(0)..<0x3000 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    let tiny = Double.leastNonzeroMagnitude
    let json = JSONText.array([.string(text), .integer(.min), .number(tiny)]).text()
    let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])
    #expect(read.first as? String == text)
    #expect(read.dropFirst().first as? Int == .min)
    #expect(read.last as? Double == tiny)
  }

  @Test func stringsAndOptionals() {
    #expect(JSONText.strings(["a", "b"]) == ["a", "b"])
    #expect(JSONText.optional(nil) == nil)
    #expect(JSONText.optional("x") == "x")
  }
}
