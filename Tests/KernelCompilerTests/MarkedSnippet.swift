import Diagnostics
import SpikingModels

@testable import KernelCompiler

/// Code with a `§` where a finding is expected.
///
/// The code is placed as if its literal began in line 10, column 5 of `Model.swift`, so the first
/// sign of code on one line is in column 6.
struct MarkedSnippet {
  let snippet: Snippet
  let mark: SourceLocation?

  init(_ text: String) {
    let place = Place(file: "Model.swift", line: 10, column: 5)
    let plain = text.filter { $0 != "§" }
    snippet = Snippet(parts: [.init(text: plain, place: place)])
    guard let index = text.firstIndex(of: "§") else {
      mark = nil
      return
    }
    let isBlock = plain.contains("\n")
    let lines = text[..<index].split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.unicodeScalars.count ?? 0) + (isBlock ? 5 : 6)
    mark = SourceLocation(
      file: "Model.swift", line: 10 + lines.count - 1 + (isBlock ? 1 : 0), column: column)
  }
}

/// A network of one neuron with the parameters `a` and `b`, the variables `V`, `U` (scalar), `n`
/// (int) and the read-only `k`, and
/// the array `times` of 1.5, 2.5 and 4.
func oneNeuron(
  simulation: Snippet = Snippet { "" }, threshold: Snippet? = nil, reset: Snippet = Snippet { "" },
  autoRefractory: Bool = false, precision: Precision = .float
) -> Network {
  var model = NeuronModel("Test", autoRefractory: autoRefractory) {
    Parameter("a", 0.02)
    Parameter("b", 0.2)
    Variable("V", -65)
    Variable("U", -20)
    Variable("n", 3, type: "int")
    Variable("k", 7, access: .readOnly)
    ExtraGlobalParameter("times", [1.5, 2.5, 4])
  }
  model.simulation = simulation
  model.threshold = threshold
  model.reset = reset
  return Network("test", dt: .milliseconds(0.5), precision: precision) {
    Population("neurons", count: 1, model: model)
  }
}

/// What the compiler says to a snippet of statements in `oneNeuron`.
func findings(_ text: String) -> (all: [Diagnostic], mark: SourceLocation?) {
  let marked = MarkedSnippet(text)
  return (NetworkCompiler.compile(oneNeuron(simulation: marked.snippet)).findings, marked.mark)
}
