import SpikingModels
package import Templates

/// A Python program that has an installed PyGeNN run a network, and prints what it did in the form
/// that the C++ program prints it.
package struct PyGeNNProgram: Hashable, Sendable {
  /// The program; it needs pygenn and numpy.
  package let source: String

  package init(
    _ layout: NetworkLayout, steps: Int, templates: TemplateSet = TemplateSet()
  ) throws(MustacheError) {
    let network = layout.network
    let literal = PyGeNNLiterals(network).network(steps: max(0, steps))
    source = try templates.render(
      .geNNSimulation,
      [
        "name": .text(network.name),
        "network": .text(literal.text(column: "NETWORK = ".utf8.count)),
      ])
  }
}
