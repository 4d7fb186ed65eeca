import ArgumentParser
import Diagnostics
import GeNNForge
import SpikingModels
import Verifier

/// `gennforge verify`
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove recipes by running what they promise.",
    discussion: """
      With --kernels the networks of a recipe's kernel tests are simulated by the reference, written as \
      C++, compiled with $CXX (warnings as errors) and run; every spike and every last value must be equal.
      """)

  @OptionGroup var arguments: RecipeArguments
  @Flag(help: "Generate, compile, run and compare the recipes' networks.")
  var kernels = false
  @Option(help: "C++ compiler in place of $CXX; may be given more than once.")
  var cxx: [String] = []
  @OptionGroup var templates: TemplateOptions
  @Flag(help: "Keep the generated programs.")
  var keep = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func validate() throws {
    if !kernels { throw ValidationError("say what to verify: --kernels") }
  }

  func run() async throws {
    var experiments: [Experiment] = []
    for recipe in try arguments.chosen() {
      for experiment in recipe.description.experiments where !experiments.contains(experiment) {
        experiments.append(experiment)
      }
    }
    guard !experiments.isEmpty else {
      throw ValidationError("none of these recipes has kernel tests")
    }
    let compilers = cxx.isEmpty ? [.fromEnvironment] : cxx.map { CxxCompiler($0) }
    let templates = try self.templates.set()
    var verification = KernelVerification(
      engines: compilers.map { CxxEngine($0, templates: templates) })
    verification.keepsFiles = keep
    let report = await verification.verify(experiments)
    var findings = Findings()
    findings.add(contentsOf: report.findings)
    options.show(findings)
    Terminal.print(json ? report.json.text(.pretty) : report.text)
    if !report.isRight { throw ExitCode(1) }
  }
}
