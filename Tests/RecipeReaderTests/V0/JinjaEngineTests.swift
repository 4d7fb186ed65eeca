import RecipeReader
import Testing

/// What jinja2 3.1.6 makes of small templates, with conda-build's lenient undefined values and with
/// `StrictUndefined`; recorded from jinja2 itself.
@Suite struct JinjaEngineTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Expected: Decodable, Sendable {
      var text: String?
      var error: String?
    }

    var id: String
    var template: String
    var strict: Bool
    var expected: Expected

    var testDescription: String { id }
  }

  static let cases: [Case] = Vectors.load("jinja2-engine")

  @Test(arguments: cases) func printsAsJinja2(_ vector: Case) {
    var text: String?
    var error: PythonError?
    do throws(PythonError) {
      let template = try JinjaTemplate(Array(vector.template.utf8))
      let context = JinjaContext(isStrict: vector.strict, names: Self.names())
      text = try template.rendered(with: context).text
    } catch let caught {
      error = caught
    }
    if let expected = vector.expected.text {
      #expect(text == expected, "\(error.map { "\($0)" } ?? "")")
    } else {
      #expect(text == nil)
      let kind = error?.kind.rawValue
      // jinja2 tells apart where an assertion on the template failed; we don't.
      let isKnown =
        kind == vector.expected.error
        || (kind == "TemplateSyntaxError" && vector.expected.error == "TemplateAssertionError")
        || (kind == "TemplateRuntimeError" && vector.expected.error == "FilterArgumentError")
      #expect(isKnown, "\(kind ?? "nothing") instead of \(vector.expected.error ?? "")")
    }
  }

  private static func names() -> (String) -> PythonValue? {
    let list = [3, 1, 2].map { PythonValue.int($0) }
    let xs = PythonValue.list(of: list)
    let d = PythonValue.dict([("b", .int(1)), ("a", .int(2))])
    let lst = PythonValue.list(of: [.dict([("k", .dict([("x", .string("deep"))]))])])
    let names: [String: PythonValue] = [
      "s": .string("Hello World"), "n": .int(5), "xs": xs, "d": d, "u": .string("école"),
      "lst": lst,
    ]
    return { names[$0] }
  }
}
