import Conda

/// One question that a real tool and we both answer.
struct OracleQuestion: Codable, Hashable, Sendable {
  enum Kind: String, Codable, Sendable { case order, version, match, canonical, pin, license }

  let dialect: String
  let kind: Kind
  let texts: [String]

  init(_ dialect: Dialect, _ kind: Kind, _ texts: [String]) {
    self.dialect = dialect.rawValue
    self.kind = kind
    self.texts = texts
  }

  /// Whether later releases than the one that we follow (py-rattler 0.25) answer it alike: since
  /// then specs take versions that end in `_`, print some builds in brackets, and want brackets in
  /// pairs.
  var isOlderThanItsTool: Bool {
    guard kind != .canonical else { return false }
    guard kind == .version || kind == .match else { return true }
    let bytes = Array(texts[0].utf8)
    let separators: [UInt8] = [UInt8(ascii: "_"), UInt8(ascii: "-")]
    let endsInSeparator = zip(bytes, bytes.dropFirst() + [0]).contains { byte, next in
      separators.contains(byte) && !Character(Unicode.Scalar(next)).isLetter
        && !Character(Unicode.Scalar(next)).isNumber
    }
    let brackets = bytes.count { $0 == UInt8(ascii: "[") }
    return !endsInSeparator && brackets == bytes.count { $0 == UInt8(ascii: "]") }
  }

  /// Ours, in the oracle's form.
  func ourAnswer() throws -> String {
    let dialect = Dialect(rawValue: dialect) ?? .conda
    do {
      switch kind {
      case .order:
        let a = try Version(texts[0], dialect: dialect)
        let b = try Version(texts[1], dialect: dialect)
        return a < b ? "-1" : a == b ? "0" : "1"
      case .version:
        let spec = try VersionSpec(texts[0], dialect: dialect)
        return String(spec.matches(try Version(texts[1], dialect: dialect)))
      case .match:
        let spec = try MatchSpec(texts[0], dialect: dialect)
        let record = PackageRecord(
          name: texts[1], version: try Version(texts[2], dialect: dialect), build: texts[3],
          buildNumber: UInt64(texts[4]) ?? 0, channel: "conda-forge", subdir: "linux-64")
        return String(spec.matches(record))
      case .canonical:
        return try MatchSpec(texts[0], dialect: dialect).canonical
      case .pin:
        func bound(_ places: String) throws -> Pin.Bound {
          let count = Int(places) ?? 1
          return .places(
            try PinExpression(Array(repeating: "x", count: count).joined(separator: ".")))
        }
        let pin = Pin(lower: try bound(texts[1]), upper: try bound(texts[2]))
        return try pin.spec(for: try Version(texts[0], dialect: dialect), dialect: dialect)
      case .license:
        let license = try SPDXExpression(texts[0])
        return license.deprecations.first.map { "error: \($0)" } ?? "true"
      }
    } catch let error as any NotationError {
      return "error: \(error)"
    }
  }
}
