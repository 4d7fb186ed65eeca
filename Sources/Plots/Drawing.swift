/// A picture as lines and texts, on a white ground; coordinates are pixels from the upper left corner.
///
/// Both kinds of file are made from it, so that they show the same.
struct Drawing: Hashable, Sendable {
  typealias Point = Panel.Point

  /// Where a text's point lies.
  enum Anchor: String, Hashable, Sendable {
    case start
    case middle
    case end
  }

  enum Shape: Hashable, Sendable {
    /// Through all points.
    case line([Point], width: Double, Color)
    /// Vertical strokes downwards from each point, one pixel wide.
    case strokes([Point], length: Double, Color)
    /// Its point is on the base line; `isUpright` texts run from below to above.
    case text(String, Point, size: Double, Anchor, isUpright: Bool, Color)
  }

  var width: Int
  var height: Int
  var shapes: [Shape] = []

  mutating func add(
    _ text: String, at point: Point, size: Double = 12, _ anchor: Anchor = .start,
    isUpright: Bool = false, color: Color = .ink
  ) {
    shapes.append(.text(text, point, size: size, anchor, isUpright: isUpright, color))
  }

  mutating func add(lineThrough points: [Point], width: Double = 1, _ color: Color) {
    shapes.append(.line(points, width: width, color))
  }
}
