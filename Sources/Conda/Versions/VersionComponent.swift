/// The smallest piece of a version that is compared as a whole: `2`, `rc`, `dev`, …
///
/// The order of the cases is conda's order: `dev` < letters < numbers < `post`.
enum VersionComponent: Hashable, Sendable {
  case dev
  /// In lower case; `_` stands for a trailing underscore or dash.
  case text(String)
  case number(UInt64)
  /// Digits that don't fit above, without leading zeros. conda has no upper limit.
  case longNumber(String)
  case post

  static let zero = VersionComponent.number(0)

  var isZero: Bool { self == .zero }
  var isText: Bool { if case .text = self { true } else { false } }
}

extension VersionComponent: Comparable {
  private var rank: Int {
    switch self {
    case .dev: 0
    case .text: 1
    case .number: 2
    case .longNumber: 3
    case .post: 4
    }
  }

  static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.text(let x), .text(let y)): x < y
    case (.longNumber(let x), .longNumber(let y)): (x.utf8.count, x) < (y.utf8.count, y)
    // Among conda's strings `dev` is the upper-case DEV, which stands behind an asterisk.
    case (.dev, .text(let x)): !x.utf8.starts(with: "*".utf8)
    case (.text(let x), .dev): x.utf8.starts(with: "*".utf8)
    default: a.rank < b.rank
    }
  }
}

extension VersionComponent {
  /// A run of digits.
  init(digits: some RandomAccessCollection<UInt8>) {
    var value: UInt64 = 0
    for digit in digits {
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(digit & 15))
      if over || carried {
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        self = .longNumber(String(decoding: significant, as: UTF8.self))
        return
      }
      value = sum
    }
    self = .number(value)
  }

  /// A run of other characters, already in lower case.
  init(letters: some RandomAccessCollection<UInt8>) {
    if letters.count == 3, letters.elementsEqual("dev".utf8) {
      self = .dev
    } else if letters.count == 4, letters.elementsEqual("post".utf8) {
      self = .post
    } else {
      self = .text(String(decoding: letters, as: UTF8.self))
    }
  }
}
