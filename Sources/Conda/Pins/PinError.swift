/// Why a version cannot be pinned.
package struct PinError: NotationError {
  package enum Cause: Hashable, Sendable {
    case emptyExpression
    case expression(String)
    case version(VersionError.Cause)
    case notANumber(String)
    case numberTooLarge
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .emptyExpression: "the pin expression is empty"
    case .expression(let text): "'\(text)' is not a pin expression"
    case .version(let cause): VersionError(cause: cause, offset: offset).message
    case .notANumber(let text): "the pin would have to count '\(text)' up, which is no number"
    case .numberTooLarge: "a number of the version is too large to count up"
    }
  }

  package var remedy: String? {
    switch cause {
    case .emptyExpression, .expression: "write an 'x' for each place, as in 'x.x'"
    case .version(let cause): VersionError(cause: cause, offset: offset).remedy
    case .notANumber, .numberTooLarge: "give the upper bound as a version"
    }
  }
}
