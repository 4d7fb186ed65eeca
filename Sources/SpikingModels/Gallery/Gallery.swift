/// Networks with known behaviour, for tests, packages and readers.
public enum Gallery {
  /// Every network of the gallery, in the given precision.
  public static func all(_ precision: Precision = .float) -> [Experiment] {
    [
      izhikevichRegularSpiking(precision), izhikevichBursting(precision),
      izhikevichChattering(precision), lifFrequencyCurve(precision),
      vogelsAbbott(precision, scale: 0.05, steps: 300),
    ]
  }
}
