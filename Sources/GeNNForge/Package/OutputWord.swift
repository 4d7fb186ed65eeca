package import Diagnostics
package import RecipeModel
package import SpikingModels

/// What can stand in the body of an ``Output``.
public protocol OutputWord: Sendable {
  /// Adds what the word says.
  func describe(in output: inout OutputDescription)
}

/// An output while its words are read.
public struct OutputDescription {
  package var model: RecipeModel.Output
  package var findings = Findings()
  /// What its kernel tests run.
  package var experiments: [Experiment] = []
  /// What is tested only if the output uses CUDA.
  var deviceTests: [Item<RecipeModel.Test>] = []
  /// Where the word stands that is being read.
  package var location: SourceLocation
  /// The conditions around it, outer ones first.
  package var conditions: [Located<RecipeModel.Condition>] = []

  package init(_ name: Located<String>, at location: SourceLocation) {
    model = RecipeModel.Output(name)
    self.location = location
  }
}

extension OutputDescription {
  /// The items under the conditions that stand around the word.
  func guarded<Value>(_ items: [Item<Value>]) -> [Item<Value>] {
    guard !items.isEmpty else { return [] }
    return conditions.reversed().reduce(items) { [.when($1, then: $0, otherwise: [])] }
  }

  func guarded<Value>(_ value: Value) -> [Item<Value>] {
    guarded([Item(value, at: location)])
  }

  /// For words that hold for a whole output.
  mutating func requireUnconditional(_ word: String) {
    if let condition = conditions.last {
      findings.add(.unconditionalWord(word, at: condition.location ?? location))
    }
  }

  /// The output, once all its words are read.
  var finished: RecipeModel.Output {
    var output = model
    if output.cuda != nil { output.tests += deviceTests }
    return output
  }

  mutating func read(_ entries: [OutputEntry]) {
    for entry in entries {
      switch entry {
      case .word(let word, let place):
        location = place.location
        word.describe(in: &self)
      case .choice(let condition, let place, let then, let otherwise):
        conditions.append(Located(condition.model, at: place.location))
        read(then)
        conditions[conditions.count - 1].value = !condition.model
        read(otherwise)
        conditions.removeLast()
      }
    }
  }
}

/// A word of an output's body with its place, or a choice. The builder makes these.
public indirect enum OutputEntry: Sendable {
  /// One word.
  case word(any OutputWord, RecipePlace)
  /// Words for some builds.
  case choice(Condition, RecipePlace, then: [OutputEntry], otherwise: [OutputEntry])
}

extension Diagnostic {
  static func unconditionalWord(_ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(word) holds for every build of an output, so `when` can't choose it",
      remedy: "move \(word) out of the `when`, or put the condition inside it")
  }
}
