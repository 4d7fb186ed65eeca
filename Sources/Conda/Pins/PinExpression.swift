/// How many places of a version a pin keeps: `x.x` keeps two.
package struct PinExpression: Hashable, Sendable {
  /// As it was written.
  package let text: String
  package let places: Int

  /// What both tools use if nothing is said: from the version itself to the next first place.
  package static let defaultLower = PinExpression(places: 6)
  package static let defaultUpper = PinExpression(places: 1)

  package init(_ text: String) throws(PinError) {
    if text.isEmpty { throw PinError(cause: .emptyExpression, offset: 0) }
    var places = 0
    for (offset, byte) in text.utf8.enumerated() {
      let isPlace = offset.isMultiple(of: 2)
      guard byte == (isPlace ? UInt8(ascii: "x") : UInt8(ascii: ".")) else {
        throw PinError(cause: .expression(text), offset: offset)
      }
      if isPlace { places += 1 }
    }
    guard !text.utf8.count.isMultiple(of: 2) else {
      throw PinError(cause: .expression(text), offset: text.utf8.count)
    }
    self.text = text
    self.places = places
  }

  private init(places: Int) {
    text = Array(repeating: "x", count: places).joined(separator: ".")
    self.places = places
  }
}

extension PinExpression: CustomStringConvertible {
  package var description: String { text }
}
