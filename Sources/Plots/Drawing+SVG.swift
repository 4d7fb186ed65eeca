extension Drawing {
  var svg: String {
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" "#
        + #"viewBox="0 0 \#(width) \#(height)" font-family="system-ui, sans-serif" fill="none">"#,
      #"<rect width="100%" height="100%" fill="\#(Color.paper.hexadecimal)"/>"#,
    ]
    lines += shapes.map(Self.element)
    lines.append("</svg>\n")
    return lines.joined(separator: "\n")
  }

  private static func element(_ shape: Shape) -> String {
    switch shape {
    case .line(let points, let width, let color):
      let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      return
        #"<polyline points="\#(places)" stroke="\#(color.hexadecimal)" stroke-width="\#(width)" stroke-linejoin="round"/>"#
    case .strokes(let points, let length, let color):
      let down = "v\(number(length))"
      let path = points.map { "M\(number($0.x)) \(number($0.y))\(down)" }.joined()
      return #"<path d="\#(path)" stroke="\#(color.hexadecimal)"/>"#
    case .text(let text, let point, let size, let anchor, let isUpright, let color):
      let place = #"x="\#(number(point.x))" y="\#(number(point.y))""#
      let turn =
        isUpright ? #" transform="rotate(-90 \#(number(point.x)) \#(number(point.y)))""# : ""
      return
        #"<text \#(place)\#(turn) font-size="\#(number(size))" text-anchor="\#(anchor.rawValue)" fill="\#(color.hexadecimal)">\#(escaped(text))</text>"#
    }
  }

  /// A tenth of a pixel is fine enough.
  private static func number(_ value: Double) -> String {
    let text = value.text(digits: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
