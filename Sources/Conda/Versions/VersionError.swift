/// Why a text is not a version.
package struct VersionError: NotationError {
  package enum Cause: Hashable, Sendable {
    case empty
    case character(Character)
    case emptyComponent
    case epochNotInteger
    case secondEpoch
    case secondLocal
    case nothingBeforeLocal
    case mixedSeparators
    case numberTooLarge
    case tooManyComponents
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .empty: "the version is empty"
    case .character(let character): "'\(character)' cannot stand here in a version"
    case .emptyComponent: "a component of the version is empty"
    case .epochNotInteger: "the epoch before '!' is not a number"
    case .secondEpoch: "the version has a second epoch separator '!'"
    case .secondLocal: "the version has a second local separator '+'"
    case .nothingBeforeLocal: "the version has nothing but an epoch or a local part"
    case .mixedSeparators: "the version separates with '-' and with '_'"
    case .numberTooLarge: "a number of the version is larger than 64 bits hold"
    case .tooManyComponents: "the version has too many components"
    }
  }

  package var remedy: String? {
    switch cause {
    case .empty: "write a version such as 1.2.3"
    case .character: "use digits, letters, '.', '_', one '!' after the epoch and one '+'"
    case .emptyComponent: "write a number or letters between two separators"
    case .epochNotInteger: "write the epoch as a number, as in 1!2.0"
    case .secondEpoch, .secondLocal: "leave only one of them"
    case .nothingBeforeLocal: "write the main version, as in 1!2.0+local"
    case .mixedSeparators: "use one of them"
    case .numberTooLarge, .tooManyComponents: "shorten it"
    }
  }
}
