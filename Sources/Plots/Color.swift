/// A colour by its red, green and blue parts.
package struct Color: Hashable, Sendable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  static let paper = Color(255, 255, 255)
  static let ink = Color(40, 40, 40)
  /// Of what should not be there; red only as far as nothing else is.
  package static let alarm = Color(196, 0, 36)
  static let grid = Color(225, 225, 225)

  /// Told apart by colour-blind people, too.
  ///
  /// Source: M. Okabe, K. Ito, Color universal design (2008); without yellow, which is too light for
  /// thin lines.
  private static let palette = [
    Color(0, 114, 178), Color(213, 94, 0), Color(0, 158, 115), Color(204, 121, 167),
    Color(230, 159, 0), Color(86, 180, 233), Color(0, 0, 0),
  ]

  /// Of the nth thing that is shown; they repeat.
  package static func number(_ index: Int) -> Color { palette[index % palette.count] }

  /// As `#rrggbb`.
  var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
