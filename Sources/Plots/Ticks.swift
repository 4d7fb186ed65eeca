/// Round numbers along an axis: 1, 2 or 5 times a power of ten apart.
struct Ticks: Hashable, Sendable {
  let values: [Double]
  /// Behind the point.
  private let digits: Int

  /// About `count` of them, within the range.
  init(_ range: ClosedRange<Double>, count: Int) {
    let rough = (range.upperBound - range.lowerBound) / Double(count)
    var power = 1.0
    var digits = 0
    while power > rough {
      power /= 10
      digits += 1
    }
    while power * 10 <= rough { power *= 10 }
    let step = power * ([1.0, 2, 5, 10].first { power * $0 >= rough } ?? 10)
    if step >= power * 10 { digits -= 1 }
    // An end that is a tick itself may come out a bit beyond it.
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    values = first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
    self.digits = max(0, digits)
  }

  var labels: [String] { values.map { $0.text(digits: digits) } }
}

extension Double {
  /// Rounded to so many digits behind the point.
  func text(digits: Int) -> String {
    guard isFinite, magnitude < 1e15 else { return "\(self)" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let number = Int((magnitude * scale).rounded())
    let sign = self < 0 && number != 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(number)" }
    let fraction = String(number % Int(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(number / Int(scale)).\(zeros)\(fraction)"
  }
}
