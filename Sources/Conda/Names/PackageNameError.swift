/// Why a text is not the name of a package.
package struct PackageNameError: NotationError {
  package enum Cause: Hashable, Sendable {
    case empty
    case character(Character)
    case uppercase
    case start
    case doubledSeparator
    case tooLong(Int)
  }

  package let cause: Cause
  package let text: String
  package let offset: Int

  package var message: String {
    switch cause {
    case .empty: "the package name is empty"
    case .character(let character): "the package name '\(text)' contains '\(character)'"
    case .uppercase: "the package name '\(text)' contains a capital letter"
    case .start: "the package name '\(text)' begins with a separator"
    case .doubledSeparator: "the package name '\(text)' has two separators next to each other"
    case .tooLong(let count):
      "the package name has \(count) characters, \(PackageName.longest) are allowed"
    }
  }

  package var remedy: String? {
    switch cause {
    case .empty: "write a name"
    case .character: "use a-z, 0-9, '-', '_' and '.'"
    case .uppercase: "write '\(text.lowercased())'"
    case .start: "begin with a letter, a digit or one underscore"
    case .doubledSeparator: "write one of '-', '_' and '.' at a time"
    case .tooLong: "shorten it"
    }
  }
}
