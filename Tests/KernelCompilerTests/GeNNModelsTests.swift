import Diagnostics
import Foundation
import PythonEngine
import SpikingModels
import Testing

@testable import KernelCompiler

/// Every snippet in GeNN's own source: built-in models, user projects, tutorials and feature tests.
///
/// `GENNFORGE_GENN_SOURCE` names an archive or a tree of GeNN 5.4.0.
@Suite(
  .enabled(if: GeNNModels.source != nil, "set GENNFORGE_GENN_SOURCE to GeNN's source"),
  .enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct GeNNModelsTests {
  @Test func everySnippetIsAccepted() throws {
    let source = try #require(GeNNModels.source)
    let output = try PythonEngine().output(of: "genn_models.py", [source])
    let found = try JSONDecoder().decode(GeNNModels.self, from: output)
    #expect(found.models.count > 200 && found.left_out < 5)
    let count = found.models.map { $0.codes.count }.reduce(0, +)
    #expect(count > 250)
    for model in found.models {
      // `StaticGraded` names a variable as GeNN 4 did, and GeNN 5.4.0 rejects it, too.
      let isOutdated = model.codes["pre_event_syn_code"]?.contains("V_pre") ?? false
      for precision in [NumericType.float, .double] {
        let errors = model.errors(precision)
        #expect(errors.isEmpty != isOutdated, "\(model.place) (\(precision)): \(errors)")
      }
    }
  }
}

/// What `genn_models.py` prints.
private struct GeNNModels: Decodable {
  static let source = ProcessInfo.processInfo.environment["GENNFORGE_GENN_SOURCE"]

  var models: [Model]
  /// Snippets that are no literals.
  var left_out: Int

  struct Model: Decodable {
    var kind: String
    var place: String
    /// The list of a model that it is from, its name and its type.
    var names: [[String]]
    var codes: [String: String]

    /// By field; a neuron's locals stay known from one to the next.
    func errors(_ scalar: NumericType) -> [String] {
      let neuron = ["sim_code", "threshold_condition_code", "reset_code"]
      guard kind == "neuron" else {
        return codes.keys.sorted().flatMap { check([$0], scalar) }
      }
      return check(neuron.filter { codes[$0] != nil }, scalar)
    }

    private func check(_ fields: [String], _ scalar: NumericType) -> [String] {
      var first: [String]?
      for role in roles(of: fields.first ?? "") {
        // How many dimensions a kernel has, only Python or C++ code says.
        for dimensions in 0..<5 {
          var checker = TypeChecker(scope: scope(role, scalar, dimensions))
          for field in fields {
            let start = Place(file: place, line: 1, column: 1)
            let snippet = Snippet(parts: [.init(text: codes[field] ?? "", place: start)])
            let source = SnippetSource(snippet, title: field, place: start)
            if field.hasSuffix("condition_code") {
              _ = checker.expression(source, as: .bool)
            } else {
              _ = checker.statements(source)
            }
          }
          let errors = checker.findings.filter { $0.severity == .error }
          if errors.isEmpty { return [] }
          first = first ?? errors.map { "\(fields): \($0.message)" }
        }
      }
      return first ?? []
    }

    private func scope(_ role: SnippetRole, _ scalar: NumericType, _ dimensions: Int) -> Scope {
      var scope = Scope(scalar: scalar)
      scope.define(role)
      if [.rowBuild, .columnBuild, .diagonalBuild, .hostBuild].contains(role) {
        scope.defineAddSynapse(kernelDimensions: dimensions)
      }
      if role == .neuronStart || role == .synapseStart { scope.defineWritable(.value, scalar) }
      var added: [NumericType] = [.uint32]
      for (index, entry) in names.enumerated() {
        let (list, name, typeName) = (entry[0], entry[1], entry[2])
        let words = typeName.filter { $0 != "*" }.split(separator: " ").compactMap {
          TypeWord(rawValue: String($0))
        }
        let type = TypeName(words)?.resolved(scalar) ?? scalar
        let isParameter = list == "params" || list == "derived_params"
        if list == "vars" || list == "var_refs" { added.append(type) }
        let isArray =
          typeName.hasSuffix("*") || list.hasPrefix("extra_global")
          || (role == .hostUpdate && !isParameter)
        if isArray {
          scope.define(name, Scope.Array(index: index, element: type))
          defineTransfers(of: name, isVariable: !typeName.hasSuffix("*"), in: &scope)
          continue
        }
        let isOfNeuron = list.hasPrefix("pre_") || list.hasPrefix("post_") || list == "psm_var_refs"
        scope.define(
          name,
          Scope.Entry(
            symbol: .variable(index), type: type,
            readOnly: isParameter ? "it is a parameter" : nil, isDelayable: isOfNeuron))
      }
      if role == .rowUpdate {
        scope.define("add_synapse", Scope.Function(output: .addSynapse, arguments: added))
      }
      return scope
    }

    /// Host code moves arrays to and from the device; those that aren't variables by so many elements.
    private func defineTransfers(of name: String, isVariable: Bool, in scope: inout Scope) {
      let arguments: [NumericType] = isVariable ? [] : [.uint32]
      let functions = [
        "push\(name)ToDevice", "pull\(name)FromDevice", "allocate\(name)", "push\(name)",
      ]
      for function in functions {
        scope.define(function, Scope.Function(output: .removeSynapse, arguments: arguments))
      }
    }

    /// More than one where the code alone doesn't say whether it is about neurons or synapses.
    private func roles(of field: String) -> [SnippetRole] {
      switch (kind, field) {
      case ("neuron", _): [.neuron]
      case ("currentSource", _): [.currentSource]
      case ("postsynaptic", _): [.postsynaptic]
      case ("customUpdate", _): [.neuronUpdate, .synapseUpdate]
      case ("start", _): [.neuronStart, .synapseStart]
      case (_, "row_update_code"): [.rowUpdate]
      case (_, "host_update_code"): [.hostUpdate]
      case (_, "row_build_code"): [.rowBuild]
      case (_, "col_build_code"): [.columnBuild]
      case (_, "host_init_code"): [.hostBuild]
      case (_, "diagonal_build_code"): [.diagonalBuild]
      case (_, "pre_event_threshold_condition_code"): [.preEvent]
      case (_, "post_event_threshold_condition_code"): [.postEvent]
      case (_, "pre_spike_code"), (_, "pre_dynamics_code"): [.preNeuron]
      case (_, "post_spike_code"), (_, "post_dynamics_code"): [.postNeuron]
      default: [.synapse]
      }
    }
  }
}
