/// A spiking network as a value: populations of neurons that advance together in steps of `dt`.
///
/// The same value is run by every engine: the reference interpreter, the generated C++ program and
/// GeNN itself, through a generated PyGeNN program.
///
///     let network = Network("izhikevich", dt: .milliseconds(1)) {
///       Population("neurons", count: 4, model: .izhikevich(a: 0.02, b: 0.2, c: -65, d: 8)) {
///         DirectCurrent(10)
///       }
///     }
///     // 21 spikes a neuron within 1000 steps
///
/// A description is never rejected here; mistakes in it are findings of the kernel compiler.
public struct Network: Hashable, Sendable {
  /// Letters, digits and underscores: the name becomes part of file names.
  public var name: String
  /// The time step.
  public var dt: Time
  /// The type of `scalar`.
  public var precision: Precision
  /// Where random numbers start; 0 is not a seed, as GeNN takes it for "choose one".
  public var seed: UInt32
  /// In the order in which they are updated.
  public var populations: [Population]
  /// Where the network was described.
  public var place: Place

  /// A network of the populations listed in `populations`.
  public init(
    _ name: String, dt: Time, precision: Precision = .float, seed: UInt32 = 1234,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @NetworkBuilder populations: () -> [Population]
  ) {
    self.name = name
    self.dt = dt
    self.precision = precision
    self.seed = seed
    self.populations = populations()
    self.place = Place(file: file, line: line, column: column)
  }
}

/// Lists the populations of a network.
@resultBuilder public enum NetworkBuilder: ModelListBuilder {
  /// Populations are what a network holds.
  public typealias Element = Population

  /// One population.
  public static func buildExpression(_ population: Population) -> [Population] { [population] }
}
