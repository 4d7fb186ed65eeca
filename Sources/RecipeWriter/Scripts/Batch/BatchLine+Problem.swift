extension BatchLine {
  /// Why a text can't stand in a batch file.
  enum Problem: Hashable, Sendable {
    case lineEnd, controlCharacter, tooLong, call

    var message: String {
      switch self {
      case .lineEnd: "a batch file cannot hold a text with a line end in it"
      case .controlCharacter: "a batch file cannot hold a text with a control character in it"
      case .tooLong: "a line of a batch file cannot be longer than 8191 characters"
      case .call:
        "cmd's 'call', which starts batch files, cannot pass on '^', nor special characters behind a"
          + " double quote"
      }
    }

    var remedy: String {
      switch self {
      case .lineEnd: "split the text, or write it into a file and copy that"
      case .controlCharacter: "write the text into a file of the recipe and copy that"
      case .tooLong: "split the text"
      case .call: "pass the argument in an environment variable or a file"
      }
    }
  }
}
