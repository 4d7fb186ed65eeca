import Conda
import Foundation
import RecipeReader
import Testing

/// What conda-build 26.7 leaves of small texts, as recorded from conda-build itself.
@Suite struct SelectorVectorTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Input: Decodable, Sendable {
      var text: String
      var platform: String
      var variant: [String: String]
      var env: [String: String]?
    }

    var id: String
    var input: Input
    var expected: String?

    var testDescription: String { id }
  }

  static let cases: [Case] = Vectors.load("selectors-v0")

  @Test func allAreThere() { #expect(Self.cases.count == 349) }

  @Test(arguments: cases) func selectsAsCondaBuild(_ vector: Case) {
    let expected = vector.expected
    do {
      var variant = V0Variant(vector.input.variant)
      variant.values["target_platform"] = vector.input.platform
      let names = try SelectorNames(
        variant: variant, platform: Platform(vector.input.platform),
        environment: vector.input.env ?? [:])
      let text = try SelectorText(Array(vector.input.text.utf8))
        .selected(for: names, PythonRuntime())
      #expect(text.text == expected)
    } catch {
      #expect(expected == nil, "\(error)")
    }
  }
}
