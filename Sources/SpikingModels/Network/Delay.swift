/// How long a spike travels, beyond the one step that every spike needs.
///
/// Source: GeNN 5.4.0, `SynapseGroup.axonal_delay_steps`.
public enum Delay: Hashable, Sendable {
  /// So many time steps.
  case steps(Int)
  /// So many milliseconds, which must be a multiple of the network's `dt`.
  case milliseconds(Double)

  /// No delay.
  public static var none: Delay { .steps(0) }
}
