/// Upper and lower case, and the questions of `str.is…`.
enum PythonCase {
  static func capitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    return first.properties.titlecaseMapping + rest.lowercased()
  }

  static func title(_ text: String) -> String {
    var result = ""
    var isInside = false
    for scalar in text.unicodeScalars {
      let isCased = scalar.properties.isCased
      result +=
        isInside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
      isInside = isCased
    }
    return result
  }

  /// Jinja's `title` filter, where only white space and `-([{<` end a word.
  static func wordsCapitalized(_ text: String) -> String {
    var result = ""
    var isInside = false
    for scalar in text.unicodeScalars {
      let separates = PythonText.isSpace(scalar) || "-([{<".unicodeScalars.contains(scalar)
      result +=
        isInside ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
      isInside = !separates
    }
    return result
  }

  /// Runs of letters, digits and underscores.
  static func wordCount(_ text: String) -> Int {
    text.unicodeScalars.split {
      !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
    }.count
  }

  static func swapped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isUppercase
        ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
    }.joined()
  }

  static func holds(_ method: PythonStringMethod, for text: String) -> Bool {
    let scalars = text.unicodeScalars
    switch method {
    case .islower:
      return scalars.contains { $0.properties.isLowercase }
        && !scalars.contains { $0.properties.isUppercase }
    case .isupper:
      return scalars.contains { $0.properties.isUppercase }
        && !scalars.contains { $0.properties.isLowercase }
    case .isspace: return !scalars.isEmpty && scalars.allSatisfy(PythonText.isSpace)
    case .isalpha: return !scalars.isEmpty && scalars.allSatisfy(isLetter)
    case .isalnum:
      return !scalars.isEmpty
        && scalars.allSatisfy { isLetter($0) || $0.properties.numericType != nil }
    case .isnumeric:
      return !scalars.isEmpty && scalars.allSatisfy { $0.properties.numericType != nil }
    case .isdecimal:
      return !scalars.isEmpty && scalars.allSatisfy { $0.properties.numericType == .decimal }
    default:
      return !scalars.isEmpty
        && scalars.allSatisfy {
          $0.properties.numericType == .decimal || $0.properties.numericType == .digit
        }
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
