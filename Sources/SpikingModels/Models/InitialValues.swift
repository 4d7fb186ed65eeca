/// What a variable starts from.
///
/// The random ones are drawn once, by gennforge itself, and handed to every engine; see
/// `Documentation/Kernels.md` for how.
///
/// Source: GeNN 5.4.0, `InitVarSnippet`.
public enum InitialValues: Hashable, Sendable {
  /// The same for every neuron or synapse.
  case constant(Double)
  /// One value a neuron; one a synapse, row by row; or one for each weight of a kernel.
  case values([Double])
  /// Evenly between two bounds.
  case uniform(min: Double, max: Double)
  /// Around a mean with a standard deviation.
  case normal(mean: Double, sd: Double)
  /// As `normal`, drawn again until it lies between both bounds.
  case normalClipped(mean: Double, sd: Double, min: Double, max: Double)
  /// As `normalClipped`, rounded to whole time steps; for delays. All numbers are in ms.
  case normalClippedDelay(mean: Double, sd: Double, min: Double, max: Double)
  /// With density λ exp(−λ x).
  case exponential(lambda: Double)
  /// With shape `a` and scale `b`: the mean is a b.
  case gamma(a: Double, b: Double)
  /// How many of `n` trials succeed, each with probability `p`.
  case binomial(n: Int, p: Double)
  /// What code of one's own gives.
  case model(InitialValueModel)
}

extension InitialValues: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// The same number for every neuron.
  public init(floatLiteral value: Double) { self = .constant(value) }

  /// The same number for every neuron.
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}

extension InitialValues: ExpressibleByArrayLiteral {
  /// One number a neuron.
  public init(arrayLiteral elements: Double...) { self = .values(elements) }
}
