/// A drawing in pixels.
struct Bitmap: Hashable, Sendable {
  let width: Int
  let height: Int
  /// Row by row; an index into `colors` each.
  private(set) var pixels: [UInt8]
  /// The first is the ground's.
  private(set) var colors: [Color] = [.paper]

  /// With `scale` pixels where the drawing has one.
  init(_ drawing: Drawing, scale: Int) {
    width = drawing.width * scale
    height = drawing.height * scale
    pixels = Array(repeating: 0, count: width * height)
    for shape in drawing.shapes { draw(shape, Double(scale)) }
  }

  private mutating func draw(_ shape: Drawing.Shape, _ scale: Double) {
    switch shape {
    case .line(let points, let width, let color):
      let pen = pen(color)
      for (start, end) in zip(points, points.dropFirst()) {
        drawLine(start, end, scale, thickness: max(1, Int((width * scale).rounded())), pen)
      }
    case .strokes(let points, let length, let color):
      let (pen, thickness) = (pen(color), max(1, Int(scale)))
      for point in points {
        fill(
          Int(point.x * scale), Int(point.y * scale), thickness,
          max(1, Int((length * scale).rounded())), pen)
      }
    case .text(let text, let point, let size, let anchor, let isUpright, let color):
      draw(text, point, size, anchor, isUpright, scale, pen(color))
    }
  }

  private mutating func pen(_ color: Color) -> UInt8 {
    if let known = colors.firstIndex(of: color) { return UInt8(known) }
    guard colors.count < 256 else { return UInt8(colors.count - 1) }
    colors.append(color)
    return UInt8(colors.count - 1)
  }

  private mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ pen: UInt8) {
    let columns = max(0, x)..<max(0, x, min(self.width, x + width))
    for row in max(0, y)..<max(0, y, min(self.height, y + height)) {
      for column in columns { pixels[row * self.width + column] = pen }
    }
  }

  /// A square at each pixel between both ends.
  private mutating func drawLine(
    _ start: Panel.Point, _ end: Panel.Point, _ scale: Double, thickness: Int, _ pen: UInt8
  ) {
    // Numbers far beyond the picture have no pixels, and no place in an `Int`.
    let limit = Double(max(width, height)) * 4
    func clamped(_ value: Double) -> Double { min(max(value * scale, -limit), limit) }
    let (x, y) = (clamped(start.x), clamped(start.y))
    let (across, down) = (clamped(end.x) - x, clamped(end.y) - y)
    let steps = max(1, Int(max(across.magnitude, down.magnitude).rounded(.up)))
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      fill(
        Int(x + part * across) - thickness / 2, Int(y + part * down) - thickness / 2, thickness,
        thickness, pen)
    }
  }

  private mutating func draw(
    _ text: String, _ point: Panel.Point, _ size: Double, _ anchor: Drawing.Anchor,
    _ isUpright: Bool, _ scale: Double, _ pen: UInt8
  ) {
    let glyphs = text.map { Glyphs.columns(of: $0) }
    // Letters are seven dots high, about 0.7 of the size.
    let dot = max(1, Int((size * scale / 10).rounded()))
    let length = (glyphs.count * Glyphs.advance - 1) * dot
    let offset =
      switch anchor {
      case .start: 0
      case .middle: length / 2
      case .end: length
      }
    let (x, y) = (Int(point.x * scale), Int(point.y * scale))
    for (number, columns) in glyphs.enumerated() {
      for (column, dots) in columns.enumerated() {
        let along = (number * Glyphs.advance + column) * dot - offset
        for row in 0..<8 where dots >> row & 1 == 1 {
          let above = (7 - row) * dot
          if isUpright {
            fill(x - above, y - along - dot, dot, dot, pen)
          } else {
            fill(x + along, y - above, dot, dot, pen)
          }
        }
      }
    }
  }
}
