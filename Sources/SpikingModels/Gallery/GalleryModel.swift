/// The gallery's networks by name, for the command line.
public enum GalleryModel: String, Hashable, Sendable, CaseIterable {
  case izhikevichRegularSpiking = "izhikevich_regular_spiking"
  case izhikevichBursting = "izhikevich_bursting"
  case izhikevichChattering = "izhikevich_chattering"
  case lifFrequencyCurve = "lif_frequency_curve"
  case traubMiles = "traub_miles"
  case poisson
  case delayRing = "delay_ring"
  case stdpWindow = "stdp_window"
  case stdpTenToOne = "stdp_ten_to_one"
  case adam
  case convolution
  case vogelsAbbott = "vogels_abbott"
  case izhikevichCortex = "izhikevich_cortex"
  case microcircuit

  /// The share of the neurons that tests and comparisons with the reference use.
  public var smallScale: Double {
    switch self {
    case .vogelsAbbott: 0.05
    case .izhikevichCortex: 0.1
    case .microcircuit: 0.005
    default: 1
    }
  }

  /// How many steps such tests run.
  public var fewSteps: Int {
    switch self {
    case .vogelsAbbott, .traubMiles: 300
    case .izhikevichCortex, .microcircuit: 200
    case .poisson: 500
    default: experiment(.float, scale: 1).steps
    }
  }

  /// The network; those of a fixed size take no notice of `scale` but for their copies of a neuron.
  public func experiment(_ precision: Precision = .float, scale: Double = 1) -> Experiment {
    let copies = max(1, Int((4 * scale).rounded()))
    return switch self {
    case .izhikevichRegularSpiking: Gallery.izhikevichRegularSpiking(precision, count: copies)
    case .izhikevichBursting: Gallery.izhikevichBursting(precision, count: copies)
    case .izhikevichChattering: Gallery.izhikevichChattering(precision, count: copies)
    case .lifFrequencyCurve: Gallery.lifFrequencyCurve(precision)
    case .traubMiles: Gallery.traubMiles(precision)
    case .poisson: Gallery.poissonSource(precision, count: max(1, Int((100 * scale).rounded())))
    case .delayRing: Gallery.delayRing(precision)
    case .stdpWindow: Gallery.stdpWindow(precision)
    case .stdpTenToOne: Gallery.stdpTenToOne(precision)
    case .adam: Gallery.adam(precision)
    case .convolution: Gallery.convolution(precision)
    case .vogelsAbbott: Gallery.vogelsAbbott(precision, scale: scale)
    case .izhikevichCortex: Gallery.izhikevichCortex(precision, scale: scale)
    case .microcircuit: Gallery.microcircuit(precision, scale: scale, steps: 10_000)
    }
  }
}
