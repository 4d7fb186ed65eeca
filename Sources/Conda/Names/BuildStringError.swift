/// Why a text is not a build string.
package struct BuildStringError: NotationError {
  package enum Cause: Hashable, Sendable {
    case empty
    case character(Character)
    case tooLong(Int)
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .empty: "the build string is empty"
    case .character(let character): "the build string contains '\(character)'"
    case .tooLong(let count):
      "the build string has \(count) characters, \(BuildString.longest) are allowed"
    }
  }

  package var remedy: String? {
    switch cause {
    case .empty: "write one, such as h1234567_0"
    case .character: "use letters, digits, '_', '.' and '+'"
    case .tooLong: "shorten it"
    }
  }
}
