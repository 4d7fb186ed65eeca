import Testing

@testable import Plots

@Suite struct PlotTests {
  private let figure = Figure(
    "a < b & c",
    [
      Panel(
        "Spikes", x: "time (ms)", 0...100, y: "neurons", 0...3, height: 90,
        series: [
          .init("left", color: .number(0), .strokes([.init(10, 0), .init(50, 2)], height: 1))
        ]),
      Panel(
        "Rates", x: "rate (Hz)", 0...30, y: "neurons (%)", 0...100, height: 90,
        series: [.init("right", color: .number(1), .steps([25, 75], from: 0, width: 15))]),
    ])

  @Test func roundNumbersAlongAnAxis() {
    #expect(Ticks(0...1000, count: 8).labels.first == "0")
    #expect(Ticks(0...1000, count: 8).values.count == 6)
    #expect(Ticks(-70...30, count: 4).labels == ["-50", "0"])
    #expect(Ticks(0.1...0.35, count: 5).labels == ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"])
    #expect(Ticks(0...1.3, count: 3).labels == ["0.0", "0.5", "1.0"])
    #expect(Ticks(0...30, count: 3).labels == ["0", "10", "20", "30"])
    #expect(Ticks(0...9e6, count: 3).labels == ["0", "5000000"])
  }

  @Test func numbersAreRounded() {
    #expect(1.25.text(digits: 1) == "1.3")
    #expect((-0.04).text(digits: 1) == "0.0")
    #expect((-2.5).text(digits: 0) == "-3")
    #expect(0.05.text(digits: 2) == "0.05")
    #expect(Double.infinity.text(digits: 2) == "inf")
  }

  @Test func pointsLieWhereTheirNumbersAre() {
    let svg = figure.svg
    #expect(svg.contains("a &lt; b &amp; c"))
    // 726 pixels for 100 ms from 84 on; 90 pixels for three neurons from 154 upwards.
    #expect(svg.contains(##"<path d="M156.6 124v30M447 64v30" stroke="#0072b2"/>"##))
    // The second panel lies 164 pixels below.
    #expect(svg.contains("84,318 84,295.5 447,295.5 447,250.5 810,250.5 810,318"))
    #expect(svg.contains(##"fill="#d55e00">right</text>"##))
  }

  @Test func bitmapsShowTheSame() {
    var drawing = Drawing(width: 20, height: 10)
    drawing.shapes.append(.strokes([.init(3, 2)], length: 4, .number(0)))
    drawing.add(lineThrough: [.init(10, 5), .init(14, 5)], .number(1))
    let bitmap = Bitmap(drawing, scale: 1)
    let dark = bitmap.pixels.indices.filter { bitmap.pixels[$0] != 0 }.map { ($0 % 20, $0 / 20) }
    let wanted = (10...14).map { ($0, 5) } + (2...5).map { (3, $0) }
    #expect(dark.sorted(by: <).elementsEqual(wanted.sorted(by: <), by: ==))
    #expect(bitmap.colors == [.paper, .number(0), .number(1)])
  }

  /// A line beyond the picture, or a number that is none, has no pixels there.
  @Test func linesMayLeaveThePicture() {
    var drawing = Drawing(width: 20, height: 10)
    drawing.add(lineThrough: [.init(-1e300, 5), .init(1e300, 5)], .ink)
    #expect(Bitmap(drawing, scale: 2).pixels.contains(1))
  }

  @Test func runsOfAllLengths() {
    var bytes: [UInt8] = []
    for length in Array(1...300) + [515, 516, 517, 518, 519, 520, 1000] {
      bytes += Array(repeating: UInt8(truncatingIfNeeded: length * 37), count: length)
    }
    #expect(Inflate.zlib(Deflate.zlib(bytes)) == bytes)
    #expect(Deflate.zlib(bytes).count < bytes.count / 10)
    #expect(Inflate.zlib(Deflate.zlib([])) == [])
  }

  /// The checksums are those that Python's zlib gives.
  @Test func checksums() {
    // zlib.adler32(bytes([1, 2, 3])) is 0x000D0007.
    #expect(Array(Deflate.zlib([1, 2, 3]).suffix(4)) == [0, 0x0D, 0, 0x07])
    // zlib.crc32(b"IEND") is 0xAE426082.
    let bitmap = Bitmap(Drawing(width: 1, height: 1), scale: 1)
    #expect(Array(bitmap.png.suffix(4)) == [0xAE, 0x42, 0x60, 0x82])
  }
}
