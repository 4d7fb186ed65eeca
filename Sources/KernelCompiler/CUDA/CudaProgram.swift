package import Diagnostics
import SpikingModels
package import Templates

/// A CUDA program that simulates a network and prints its spikes and last values.
package struct CudaProgram: Hashable, Sendable {
  /// One translation unit.
  package let source: String

  /// Options that keep the arithmetic as the reference has it; warnings are errors, those of the
  /// host's compiler, too.
  package static let compilerOptions =
    arithmeticOptions + ["-Werror", "all-warnings", "-Xcompiler", "-Wall,-Wextra,-Werror"]

  private static let arithmeticOptions = [
    "-std=c++17", "-O3", "-fmad=false", "-prec-div=true", "-prec-sqrt=true", "-ftz=false",
  ]

  /// Architectures that compilers of CUDA 12 and 13 know and that the programs are made for.
  package static let oldestArchitecture = 75

  package init(
    _ network: CheckedNetwork, steps: Int, templates: TemplateSet = TemplateSet()
  ) throws(MustacheError) {
    let parts = CudaParts(network)
    func text(_ lines: [String]) -> MustacheValue { .text(lines.joined(separator: "\n")) }
    source = try templates.render(
      .cudaSimulation,
      [
        "name": .text(network.name),
        "steps": .text("\(max(0, steps))"),
        "dt": .text("\(network.network.dt.inMilliseconds)"),
        "seed": .text("\(network.network.seed)u"),
        "options": .text(Self.arithmeticOptions.joined(separator: " ")),
        "scalar": .text(network.scalar.cxxName),
        "timeStep": .text(network.timeStep.cxxLiteral),
        "arithmetic": .text(
          try templates.render(.kernelArithmetic, ["device": "__device__ "])),
        "host": .text(try templates.render(.kernelHost, [:])),
        "constants": .list(parts.constants),
        "arrays": .list(parts.arrays),
        "columns": .list(parts.columns),
        "members": .list(parts.members),
        "memorySpace": .text(parts.memorySpace),
        "orders": .list(parts.orders),
        "functions": text(parts.functions),
        "firstNeurons": .text(parts.firstNeurons.map { "\($0)u" }.joined(separator: ", ")),
        "neuronCount": .text("\(parts.neuronCount)u"),
        "setUp": text(parts.setUp),
        "advance": text(parts.advance),
        "checks": text(parts.checks),
        "traceable": .list(parts.traceable),
        "reports": text(parts.reports),
      ])
  }

  /// What stands in the way of running a network on a GPU.
  package static func obstacle(in network: CheckedNetwork) -> Diagnostic? {
    network.code.first { $0.use.writesArray }.map {
      .writesSharedArray($0.context.title, at: $0.source.location(at: 0))
    }
  }
}
