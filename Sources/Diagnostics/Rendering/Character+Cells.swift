extension Character {
  /// How many cells of a terminal it takes: 0, 1 or 2 (Unicode Standard Annex 11, wide = 2).
  var cells: Int {
    // A variation selector 16 asks for the emoji form, which is wide.
    if unicodeScalars.contains("\u{FE0F}") { return 2 }
    return unicodeScalars.reduce(0) { max($0, $1.cells) }
  }
}

extension Unicode.Scalar {
  fileprivate var cells: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// Blocks whose characters are wide or full width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul Jamo, initial consonants
    0x2E80...0x303E,  // CJK radicals, Kangxi, CJK symbols
    0x3041...0x33FF,  // Hiragana … CJK compatibility
    0x3400...0x4DBF, 0x4E00...0x9FFF,  // CJK ideographs
    0xA000...0xA4CF,  // Yi
    0xA960...0xA97C,  // Hangul Jamo extended A
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // CJK compatibility ideographs
    0xFE10...0xFE19, 0xFE30...0xFE6B,  // vertical and small forms
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full width forms
    0x17000...0x18CFF, 0x1B000...0x1B2FB,  // Tangut, Kana supplement
    0x20000...0x3FFFD,  // CJK extensions
  ]
}

extension Unicode.Scalar {
  /// Itself, or U+FFFD where it would steer the terminal or reorder the line.
  ///
  /// Source text isn't trusted: an escape sequence in a recipe must not repaint the screen, and
  /// bidirectional controls must not show a line other than the one that is read.
  var shown: Unicode.Scalar {
    switch value {
    case 0x09: self
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }
}
