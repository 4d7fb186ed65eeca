import Foundation
import SpikingModels
import Testing

@testable import KernelCompiler

/// The PyGeNN program is compared with the file on disk, which has been run by GeNN 5.4.0 (built
/// from source, single-threaded CPU): all networks passed, with GeNN's own models and with the code
/// of ours, in both precisions, and a changed constant made it fail.
@Suite struct PyGeNNTestTests {
  private func program() throws -> String {
    var cases: [PyGeNNTest.Case] = []
    for precision in Precision.allCases {
      for experiment in Gallery.all(precision) {
        let network = try #require(NetworkCompiler.compile(experiment.network).network)
        cases.append(
          .init(
            network, steps: experiment.steps,
            expected: try ReferenceEngine.run(network, steps: experiment.steps)))
      }
    }
    return try PyGeNNTest(cases, file: "gallery_test.py").source
  }

  @Test func theGalleryIsTheFileOnDisk() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/gallery_test.py")
    let program = try program()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try program.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded; run again without RECORD_SNAPSHOTS")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == program)
  }

  @Test(arguments: [
    (PythonLiteral.none, "None"), (.bool(true), "True"), (.integer(-3), "-3"),
    (.real(0.02), "0.02"),
    (.real(1e-5), "1e-05"), (.real(-0.0), "-0.0"), (.string("a\"\\\u{1}é"), "\"a\\\"\\\\\\x01é\""),
    (.tuple([.integer(1)]), "(1,)"), (.list([]), "[]"),
    (.dictionary([.init("a", .list([.integer(1), .none]))]), "{\"a\": [1, None]}"),
    (.string("a\n  b \"\"\"\n"), "\"\"\"\n    a\n      b \\\"\\\"\\\"\n\n    \"\"\""),
  ])
  func literalsArePython(_ literal: PythonLiteral, _ text: String) {
    #expect(literal.text() == text)
  }

  @Test func longListsAreFilledIntoLines() {
    let text = PythonLiteral.list((0..<60).map { .integer($0 + 1000) }).text(indentation: 2)
    let lines = text.split(separator: "\n")
    #expect(lines.first == "[" && lines.last == "  ]")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines[1].hasPrefix("      1000, 1001,"))
  }

  @Test func codeThatCallsFunctionsIsMarked() throws {
    func marked(_ code: String) throws -> Bool {
      let network = oneNeuron(simulation: MarkedSnippet(code).snippet)
      let checked = try #require(NetworkCompiler.compile(network).network)
      return checked.callsFunctions
    }
    #expect(try !marked("V = U + 1.0;"))
    #expect(try marked("V = U + exp(1.0);"))
    #expect(try marked("for (int i = 0; i < fabs(V); i++) n = i;"))
    #expect(try marked("if (V > 1.0) { V = U > 0.0 ? 1.0 : sqrt(U); }"))
  }
}
