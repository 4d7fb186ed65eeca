/// A length of biological time.
///
/// Kept in milliseconds, GeNN's unit, as exactly the number that was written: `0.1` stays the
/// `Double` nearest to 0.1, as it does in GeNN.
public struct Time: Hashable, Sendable {
  /// The length in milliseconds.
  public var inMilliseconds: Double

  /// A length in milliseconds.
  public static func milliseconds(_ value: Double) -> Time { Time(inMilliseconds: value) }

  /// A length in microseconds.
  public static func microseconds(_ value: Double) -> Time { Time(inMilliseconds: value / 1000) }
}
