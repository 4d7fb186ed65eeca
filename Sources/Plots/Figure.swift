/// Panels below one another under one title, as SVG or PNG.
///
///     Figure("izhikevich", [raster, voltage]).svg
package struct Figure: Hashable, Sendable {
  package var title: String
  package var panels: [Panel]
  /// In pixels, legends included.
  package var width: Double

  package init(_ title: String, _ panels: [Panel], width: Double = 960) {
    self.title = title
    self.panels = panels
    self.width = width
  }

  /// A text that browsers show.
  package var svg: String { drawing.svg }

  /// The bytes of a file, with two pixels where the SVG has one.
  package var png: [UInt8] { Bitmap(drawing, scale: 2).png }

  private static let (left, right, top, bottom) = (84.0, 150.0, 30.0, 44.0)
  private static let titleHeight = 34.0

  private var drawing: Drawing {
    let height = panels.reduce(Self.titleHeight) { $0 + $1.height + Self.top + Self.bottom }
    var drawing = Drawing(width: Int(width), height: Int(height.rounded(.up)))
    drawing.add(title, at: .init(Self.left, 24), size: 16)
    var y = Self.titleHeight
    for panel in panels {
      let frame = Frame(
        panel, left: Self.left, right: width - Self.right, top: y + Self.top,
        bottom: y + Self.top + panel.height)
      frame.draw(in: &drawing)
      y += Self.top + panel.height + Self.bottom
    }
    return drawing
  }
}

/// Where a panel lies in the drawing.
private struct Frame {
  typealias Point = Panel.Point
  let panel: Panel
  let left, right, top, bottom: Double

  init(_ panel: Panel, left: Double, right: Double, top: Double, bottom: Double) {
    self.panel = panel
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  private func x(_ value: Double) -> Double {
    let range = panel.xRange
    return left + (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      * (right - left)
  }

  private func y(_ value: Double) -> Double {
    let range = panel.yRange
    return bottom - (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      * (bottom - top)
  }

  func draw(in drawing: inout Drawing) {
    drawing.add(panel.title, at: Point(left, top - 8), size: 13)
    drawing.add(panel.xLabel, at: Point((left + right) / 2, bottom + 34), .middle)
    drawing.add(panel.yLabel, at: Point(left - 62, (top + bottom) / 2), .middle, isUpright: true)
    drawAxes(in: &drawing)
    for series in panel.series { draw(series, in: &drawing) }
    for (row, series) in panel.series.enumerated() {
      drawing.add(
        series.name, at: Point(right + 10, top + 10 + 16 * Double(row)), color: series.color)
    }
  }

  private func drawAxes(in drawing: inout Drawing) {
    let across = Ticks(panel.xRange, count: 8)
    for (value, label) in zip(across.values, across.labels) {
      drawing.add(lineThrough: [Point(x(value), top), Point(x(value), bottom)], .grid)
      drawing.add(label, at: Point(x(value), bottom + 16), .middle)
    }
    let upwards = Ticks(panel.yRange, count: max(2, Int(panel.height / 50)))
    for (value, label) in zip(upwards.values, upwards.labels) {
      drawing.add(lineThrough: [Point(left, y(value)), Point(right, y(value))], .grid)
      drawing.add(label, at: Point(left - 8, y(value) + 4), .end)
    }
    drawing.add(
      lineThrough: [Point(left, top), Point(left, bottom), Point(right, bottom)], .ink)
  }

  private func draw(_ series: Panel.Series, in drawing: inout Drawing) {
    switch series.marks {
    case .strokes(let points, let height):
      let length = max(1, y(0) - y(height))
      drawing.shapes.append(
        .strokes(
          points.map { Point(x($0.x), y($0.y + height)) }, length: length, series.color))
    case .line(let points):
      drawing.add(lineThrough: points.map { Point(x($0.x), y($0.y)) }, width: 1.2, series.color)
    case .steps(let heights, let start, let width):
      var points = [Point(x(start), y(0))]
      for (index, height) in heights.enumerated() {
        let edge = start + Double(index) * width
        points += [Point(x(edge), y(height)), Point(x(edge + width), y(height))]
      }
      points.append(Point(x(start + Double(heights.count) * width), y(0)))
      drawing.add(lineThrough: points, width: 1.5, series.color)
    }
  }
}
