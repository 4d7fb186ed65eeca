/// A decimal number with optional fraction and exponent, the common form of YAML 1.2 and Rust:
/// `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, to the end of the text.
struct DecimalParts {
  private let whole: String
  private let fraction: String
  private let exponent: String

  init?(_ cursor: inout ScalarCursor) {
    func text(from start: Int) -> String {
      String(decoding: cursor.bytes[start..<cursor.index], as: UTF8.self)
    }
    var start = cursor.index
    cursor.takeAll(where: \.isDigit)
    whole = text(from: start)
    if cursor.take(UInt8(ascii: ".")) {
      start = cursor.index
      cursor.takeAll(where: \.isDigit)
      fraction = text(from: start)
    } else {
      fraction = ""
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    if cursor.take(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      start = cursor.index
      cursor.takeSign()
      guard cursor.takeAll(where: \.isDigit) > 0 else { return nil }
      exponent = "e" + text(from: start)
    } else {
      exponent = ""
    }
    guard cursor.isAtEnd else { return nil }
  }

  /// In the form that Swift's `Double` reads.
  func text(after sign: String) -> String {
    "\(sign)\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)\(exponent)"
  }
}
