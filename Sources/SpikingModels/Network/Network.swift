/// A spiking network as a value: populations of neurons, and projections of synapses between them,
/// that advance together in steps of `dt`.
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
  /// In the order in which their currents are added up.
  public var projections: [Projection]
  /// In the order in which they run.
  public var customUpdates: [CustomUpdate]
  /// Where the network was described.
  public var place: Place

  /// A network of the populations, projections and custom updates listed in `content`.
  public init(
    _ name: String, dt: Time, precision: Precision = .float, seed: UInt32 = 1234,
    file: String = #fileID, line: Int = #line, column: Int = #column,
    @NetworkBuilder content: () -> [NetworkPart]
  ) {
    self.name = name
    self.dt = dt
    self.precision = precision
    self.seed = seed
    self.place = Place(file: file, line: line, column: column)
    populations = []
    projections = []
    customUpdates = []
    for part in content() {
      switch part {
      case .population(let population): populations.append(population)
      case .projection(let projection): projections.append(projection)
      case .customUpdate(let update): customUpdates.append(update)
      }
    }
  }
}

/// What a network is made of.
public enum NetworkPart: Hashable, Sendable {
  case population(Population)
  case projection(Projection)
  case customUpdate(CustomUpdate)
}

/// Lists the parts of a network.
@resultBuilder public enum NetworkBuilder: ModelListBuilder {
  /// Parts are what a network is made of.
  public typealias Element = NetworkPart

  /// One population.
  public static func buildExpression(_ part: Population) -> [Element] { [.population(part)] }

  /// One projection.
  public static func buildExpression(_ part: Projection) -> [Element] { [.projection(part)] }

  /// One custom update.
  public static func buildExpression(_ part: CustomUpdate) -> [Element] { [.customUpdate(part)] }
}
