/// Why a regular expression or a glob cannot be used.
package struct PatternError: NotationError {
  package enum Cause: Hashable, Sendable {
    case unclosed(Character)
    case unopened
    case nothingToRepeat
    case badRepeat
    case badRange
    case trailingBackslash
    case unsupported(String)
    case tooComplex
    case misplacedAsterisks
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .unclosed(let bracket): "the pattern opens '\(bracket)' and does not close it"
    case .unopened: "the pattern closes a ')' that it did not open"
    case .nothingToRepeat: "the pattern repeats nothing"
    case .badRepeat: "the pattern's repeat counts are in the wrong order"
    case .badRange: "the pattern has a range in the wrong order"
    case .trailingBackslash: "the pattern ends with a backslash"
    case .unsupported(let what): "the pattern uses '\(what)', which is not supported here"
    case .tooComplex: "the pattern is too complex"
    case .misplacedAsterisks: "the glob has asterisks next to each other"
    }
  }

  package var remedy: String? {
    switch cause {
    case .unclosed, .unopened: "balance the brackets"
    case .misplacedAsterisks: "write one '*'"
    case .trailingBackslash: "escape a character or leave the backslash out"
    default: "write a simpler pattern, such as a glob with '*'"
    }
  }
}
