/// Networks with known behaviour, for tests, packages and readers.
public enum Gallery {
  /// The networks without synapses that a package's own test can hold with all their spikes, in the
  /// given precision; `GalleryModel` has all networks.
  public static func all(_ precision: Precision = .float) -> [Experiment] {
    [
      izhikevichRegularSpiking(precision), izhikevichBursting(precision),
      izhikevichChattering(precision), lifFrequencyCurve(precision),
    ]
  }
}
