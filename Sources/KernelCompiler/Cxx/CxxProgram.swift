import SpikingModels
package import Templates

/// A C++ program that simulates a network and prints its spikes and last values.
package struct CxxProgram: Hashable, Sendable {
  /// One translation unit.
  package let source: String

  /// Options that keep the arithmetic as the reference has it, while loops may become vectors;
  /// warnings are errors.
  ///
  /// `-fno-trapping-math` lets both sides of a condition be computed, which changes no value; nor
  /// does `-fno-math-errno`.
  package static let compilerOptions = [
    "-std=c++17", "-O3", "-ffp-contract=off", "-fno-trapping-math", "-fno-math-errno",
    "-fno-builtin", "-pthread", "-Wall", "-Wextra", "-Werror",
  ]

  /// For the machine on which the program is compiled.
  package static let nativeOptions = ["-march=native"]

  package init(
    _ network: CheckedNetwork, steps: Int, templates: TemplateSet = TemplateSet()
  ) throws(MustacheError) {
    let parts = CxxParts(network)
    let functions = CxxFunctions(parts.functions)
    source = try templates.render(
      .simulation,
      [
        "name": .text(network.name),
        "steps": .text("\(max(0, steps))"),
        "dt": .text("\(network.network.dt.inMilliseconds)"),
        "seed": .text("\(network.network.seed)u"),
        "options": .text(
          Self.compilerOptions.filter { !$0.hasPrefix("-W") && $0 != "-pthread" }
            .joined(separator: " ")),
        "scalar": .text(network.scalar.cxxName),
        "timeStep": .text(network.timeStep.cxxLiteral),
        "populationCount": .text("\(network.populations.count)"),
        "arithmetic": .text(try templates.render(.kernelArithmetic, ["device": ""])),
        "host": .text(try templates.render(.kernelHost, [:])),
        "arrays": .list(parts.arrays),
        "columns": .list(parts.columns),
        "numbered": .list(parts.numbered),
        "rows": .list(parts.rows),
        "queues": .list(parts.queues),
        "setUp": .text(parts.setUp.joined(separator: "\n")),
        "functions": .text(
          functions.definitions.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")),
        "advance": .text(parts.advance(functions).joined(separator: "\n")),
        "traceable": .list(parts.traceable),
        "reports": .text(parts.reports.joined(separator: "\n")),
      ])
  }
}
