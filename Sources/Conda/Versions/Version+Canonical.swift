extension Version {
  /// As a tool prints it: in lower case, for conda trimmed and with `_` for `-`, for rattler
  /// without leading zeros.
  package func canonical(_ dialect: Dialect = .conda) -> String {
    guard dialect.isRattler else {
      return Array(text.utf8).trimmed.map {
        $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.lowercased
      }.text
    }
    var canonical: [UInt8] = []
    var run: [UInt8] = []
    func flush() {
      let significant = run.drop { $0 == UInt8(ascii: "0") }
      canonical += significant.isEmpty && !run.isEmpty ? [UInt8(ascii: "0")] : significant
      run = []
    }
    for byte in text.utf8 {
      if byte.isDigit {
        run.append(byte)
      } else {
        flush()
        canonical.append(byte.lowercased)
      }
    }
    flush()
    return canonical.text
  }
}
