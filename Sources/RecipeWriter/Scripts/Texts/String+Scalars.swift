extension String {
  /// Scalar by scalar: a quote with a combining mark behind it is one `Character`, but still a
  /// quote.
  func mapScalars(_ transform: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let other = transform(scalar) {
        result += other
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  func replacingScalar(_ scalar: Unicode.Scalar, with other: String) -> String {
    mapScalars { $0 == scalar ? other : nil }
  }

  func containsScalar(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
