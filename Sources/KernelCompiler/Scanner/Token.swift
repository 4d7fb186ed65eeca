/// A word, number or sign of a snippet.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case name
    case keyword(Keyword)
    case typeWord
    case sign(Sign)
    /// A decimal or hexadecimal integer; with the suffix `u` its type is `uint32_t`, else
    /// `int32_t`.
    case integer(unsigned: Bool)
    case real(RealSuffix)
    /// What stands between double quotes.
    case text
    case end
  }

  var kind: Kind
  /// As written, without a number's suffix.
  var text: String
  /// Of the first byte.
  var offset: Int

  /// The words that are not names.
  static let words: [String: Kind] = {
    var words: [String: Kind] = [:]
    for keyword in Keyword.allCases { words[keyword.rawValue] = .keyword(keyword) }
    for word in TypeWord.allCases { words[word.rawValue] = .typeWord }
    return words
  }()
}

/// What a real number's suffix makes of it: without one it is a `scalar`, whatever that is in the
/// model.
enum RealSuffix: String, Hashable, Sendable {
  case none = ""
  case float = "f"
  case double = "d"
}

enum Keyword: String, Hashable, Sendable, CaseIterable {
  case `if`, `else`, `for`, `while`, `do`, `break`, `continue`, const, `true`, `false`
  case `switch`, `case`, `default`, forEachSynapse = "for_each_synapse"
}

/// Operators and punctuation.
enum Sign: String, Hashable, Sendable, CaseIterable {
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBrace = "{"
  case rightBrace = "}"
  case leftBracket = "["
  case rightBracket = "]"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case question = "?"
  case tilde = "~"
  case not = "!"
  case notEqual = "!="
  case equal = "=="
  case assign = "="
  case times = "*"
  case timesAssign = "*="
  case divide = "/"
  case remainder = "%"
  case remainderAssign = "%="
  case xor = "^"
  case xorAssign = "^="
  case less = "<"
  case lessEqual = "<="
  case shiftLeft = "<<"
  case shiftLeftAssign = "<<="
  case greater = ">"
  case greaterEqual = ">="
  case plus = "+"
  case plusAssign = "+="
  case increment = "++"
  case minus = "-"
  case minusAssign = "-="
  case decrement = "--"
  case and = "&"
  case andAssign = "&="
  case logicalAnd = "&&"
  case or = "|"
  case orAssign = "|="
  case logicalOr = "||"
  /// C's signs that GeNN 5.4's scanner does not know; they are read to say so.
  case divideAssign = "/="
  case shiftRight = ">>"
  case shiftRightAssign = ">>="

  var isInGeNN: Bool {
    switch self {
    case .divideAssign, .shiftRight, .shiftRightAssign: false
    default: true
    }
  }

  static let longest = 3

  /// Up to four bytes as one number.
  static func key(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  static let byBytes = Dictionary(
    uniqueKeysWithValues: allCases.map { (key($0.rawValue.utf8), $0) })
}

/// Words that make up the name of a type.
enum TypeWord: String, Hashable, Sendable, CaseIterable {
  case bool, char, short, int, long, float, double, signed, unsigned, scalar, timepoint
  case int8 = "int8_t"
  case int16 = "int16_t"
  case int32 = "int32_t"
  case int64 = "int64_t"
  case uint8 = "uint8_t"
  case uint16 = "uint16_t"
  case uint32 = "uint32_t"
  case uint64 = "uint64_t"
  case size = "size_t"
}
