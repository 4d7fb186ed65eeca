package import Diagnostics
import KernelCompiler
package import RecipeModel
package import SpikingModels
package import Templates

/// The test that runs networks with an installed PyGeNN, with the reference's spikes in it.
package enum KernelTestFile {
  /// Nil without networks, or where one of them is wrong.
  package static func file(
    named name: String, running experiments: [Experiment], templates: TemplateSet = TemplateSet(),
    findings: inout Findings
  ) -> RecipeFile? {
    guard !experiments.isEmpty else { return nil }
    var cases: [PyGeNNTest.Case] = []
    for experiment in experiments {
      let (network, problems) = NetworkCompiler.compile(experiment.network)
      findings.add(contentsOf: problems)
      guard let network else { continue }
      do throws(Diagnostic) {
        let expected = try ReferenceEngine.run(network, steps: experiment.steps)
        cases.append(.init(network, steps: experiment.steps, expected: expected))
      } catch {
        findings.add(error)
      }
    }
    guard cases.count == experiments.count else { return nil }
    do {
      return RecipeFile(
        path: name, text: try PyGeNNTest(cases, file: name, templates: templates).source)
    } catch {
      findings.add(.kernelTemplateWrong("\(error)"))
      return nil
    }
  }
}

extension Diagnostic {
  static func kernelTemplateWrong(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the template of the kernel test can't be filled in: \(reason)",
      remedy: "mend the template, or leave --templates out")
  }
}
