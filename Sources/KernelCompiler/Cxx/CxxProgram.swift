import SpikingModels
package import Templates

/// A C++ program that simulates a network and prints its spikes and last values.
package struct CxxProgram: Hashable, Sendable {
  /// One translation unit.
  package let source: String

  /// Options that keep the arithmetic as the reference has it; warnings are errors.
  package static let compilerOptions = [
    "-std=c++17", "-O2", "-ffp-contract=off", "-fno-builtin", "-Wall", "-Wextra", "-Werror",
  ]

  package init(
    _ network: CheckedNetwork, steps: Int, templates: TemplateSet = TemplateSet()
  ) throws(MustacheError) {
    source = try templates.render(
      .simulation,
      [
        "name": .text(network.name),
        "steps": .text("\(max(0, steps))"),
        "dt": .text("\(network.network.dt.inMilliseconds)"),
        "scalar": .text(network.scalar.cxxName),
        "timeStep": .text(network.timeStep.cxxLiteral),
        "populations": .list(
          network.populations.enumerated().map { index, population in
            Self.context(population, index, network.scalar)
          }),
      ])
  }

  private static func context(
    _ population: CheckedPopulation, _ index: Int, _ scalar: NumericType
  ) -> MustacheContext {
    let neurons = CxxNames(neuronsOf: population)
    var constants = self.constants(population.parameters, neurons)
    var columns = population.variables.map { column($0, neurons, population.count) }
    var reports = population.variables.filter { !$0.isReadOnly }.map {
      report($0.name, $0, neurons)
    }
    for (number, source) in population.currentSources.enumerated() {
      let names = CxxNames(source: source, number: number)
      constants += self.constants(source.parameters, names)
      columns += source.variables.map { column($0, names, population.count) }
      reports += source.variables.filter { !$0.isReadOnly }.map {
        report("\(source.name).\($0.name)", $0, names)
      }
    }
    return [
      "index": .text("\(index)"),
      "population": .text(population.name),
      "count": .text("\(population.count)"),
      "constants": .list(constants),
      "columns": .list(columns),
      "reports": .list(reports),
      "body": .text(body(population, index, scalar).joined(separator: "\n")),
    ]
  }

  private static func constants(
    _ parameters: [CheckedParameter], _ names: CxxNames
  ) -> [MustacheContext] {
    parameters.map {
      ["constant": .text(names.constant($0.name)), "value": .text($0.value.cxxLiteral)]
    }
  }

  private static func column(
    _ variable: CheckedVariable, _ names: CxxNames, _ count: Int
  ) -> MustacheContext {
    let type = variable.type.cxxStorage
    let initial =
      switch variable.start {
      case .constant(let value): "std::vector<\(type)>(\(count)u, \(value.cxxLiteral))"
      case .values(let values): "{\(values.map(\.cxxLiteral).joined(separator: ", "))}"
      }
    return [
      "type": .text(type), "column": .text(names.column(variable.name)), "initial": .text(initial),
    ]
  }

  private static func report(
    _ label: String, _ variable: CheckedVariable, _ names: CxxNames
  ) -> MustacheContext {
    [
      "kind": .text(variable.type.isReal ? "reals" : "integers"), "label": .text(label),
      "column": .text(names.column(variable.name)),
    ]
  }

  /// One step of one neuron: what the reference engine does, in the same order.
  private static func body(
    _ population: CheckedPopulation, _ index: Int, _ scalar: NumericType
  ) -> [String] {
    let names = CxxNames(neuronsOf: population)
    var printer = CxxStatementPrinter(names: names, depth: 3)
    printer.add("[[maybe_unused]] \(scalar.cxxName) Isyn = 0;")
    for (number, source) in population.currentSources.enumerated() {
      var inner = CxxStatementPrinter(names: CxxNames(source: source, number: number), depth: 3)
      inner.block("") { printer in
        load(source.variables, into: &printer)
        printer.print(source.injection.statements)
        store(source.variables, from: &printer)
      }
      printer.addFinished(inner.lines)
    }
    load(population.variables, into: &printer)
    let code = population.code
    let threshold = code.threshold.map { printer.text($0.condition) }
    if code.isAutoRefractory, let threshold { printer.add("const bool was_above = \(threshold);") }
    printer.print(code.simulation.statements)
    if let threshold {
      printer.block("if (\(code.isAutoRefractory ? "(\(threshold)) && !was_above" : threshold))") {
        $0.add("report_spike(step, \(index), id);")
        $0.print(code.reset.statements)
      }
    }
    store(population.variables, from: &printer)
    return printer.lines
  }

  private static func load(
    _ variables: [CheckedVariable], into printer: inout CxxStatementPrinter
  ) {
    for (number, variable) in variables.enumerated() {
      let name = printer.names[.variable(number)]
      let column = printer.names.column(variable.name)
      printer.add("[[maybe_unused]] \(variable.type.cxxName) \(name) = \(column)[id];")
    }
  }

  private static func store(
    _ variables: [CheckedVariable], from printer: inout CxxStatementPrinter
  ) {
    for (number, variable) in variables.enumerated() where !variable.isReadOnly {
      printer.add(
        "\(printer.names.column(variable.name))[id] = \(printer.names[.variable(number)]);")
    }
  }
}

extension NumericType {
  /// The type of a vector's elements; `std::vector<bool>` is not an array.
  fileprivate var cxxStorage: String { self == .bool ? NumericType.uint8.cxxName : cxxName }
}
