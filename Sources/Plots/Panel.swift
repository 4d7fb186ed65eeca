/// One coordinate system with what is shown in it.
package struct Panel: Hashable, Sendable {
  /// A place in the panel's own units.
  package struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// How points are shown.
  package enum Marks: Hashable, Sendable {
    /// A vertical stroke for each, upwards for so many units.
    case strokes([Point], height: Double)
    /// Connected from one to the next.
    case line([Point])
    /// Columns side by side: their heights, where the first begins, and how wide each is.
    case steps([Double], from: Double, width: Double)
  }

  /// Marks of one colour, with their name in the legend.
  package struct Series: Hashable, Sendable {
    package var name: String
    package var color: Color
    package var marks: Marks

    package init(_ name: String, color: Color, _ marks: Marks) {
      self.name = name
      self.color = color
      self.marks = marks
    }
  }

  package var title: String
  package var xLabel: String
  package var yLabel: String
  package var xRange: ClosedRange<Double>
  package var yRange: ClosedRange<Double>
  package var series: [Series]
  /// In pixels, of the coordinate system alone.
  package var height: Double

  package init(
    _ title: String, x: String, _ xRange: ClosedRange<Double>, y: String,
    _ yRange: ClosedRange<Double>, height: Double, series: [Series]
  ) {
    self.title = title
    xLabel = x
    yLabel = y
    self.xRange = Self.wide(xRange)
    self.yRange = Self.wide(yRange)
    self.height = height
    self.series = series
  }

  /// A range of no width has no scale.
  private static func wide(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    range.lowerBound < range.upperBound
      ? range : range.lowerBound - 0.5...range.upperBound + 0.5
  }
}
