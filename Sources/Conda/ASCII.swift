/// The character classes that conda's notations are made of; all of them are ASCII.
extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isAlphanumeric: Bool { isDigit || isLetter }
  var isUppercase: Bool { self &- UInt8(ascii: "A") < 26 }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  var isSpace: Bool { self == 0x20 || self &- 9 < 5 }

  /// `=`, `!`, `<`, `>`, `~`: what the operators of version specs are made of.
  var isOperator: Bool {
    switch self {
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// The text of a part of an ASCII-delimited notation.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Without white space at both ends.
  var trimmed: SubSequence {
    var slice = self[...]
    while let first = slice.first, first.isSpace { slice = slice.dropFirst() }
    while let last = slice.last, last.isSpace { slice = slice.dropLast() }
    return slice
  }

  func hasPrefix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { prefix($0.count).elementsEqual($0) }
  }

  func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }

  /// Where a text occurs first.
  func firstIndex(of text: StaticString) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first else { return startIndex }
      return indices.first { self[$0] == first && self[$0...].starts(with: wanted) }
    }
  }
}

extension String {
  /// The first Unicode scalar at a UTF-8 offset, for messages.
  func character(at offset: Int) -> Character? {
    guard offset >= 0, offset < utf8.count else { return nil }
    return self[utf8.index(utf8.startIndex, offsetBy: offset)...].first
  }
}
