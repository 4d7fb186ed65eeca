import Diagnostics

/// Why a text is not a license expression.
package struct SPDXExpressionError: NotationError {
  package enum Cause: Hashable, Sendable {
    case empty
    case character(Character)
    case unknownLicense(String)
    case unknownException(String)
    case deprecated(String)
    case missingLicense
    case missingOperator(String)
    case missingException
    case plusOnGNU(String)
    case misplacedPlus
    case reference(String)
    case operatorCase(String)
    case unbalancedParenthesis
    case tooDeep
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .empty: "the license is empty"
    case .character(let character): "'\(character)' cannot stand in a license expression"
    case .unknownLicense(let id): "'\(id)' is not an SPDX license"
    case .unknownException(let id): "'\(id)' is not an SPDX exception"
    case .deprecated(let id): "SPDX has deprecated the license identifier '\(id)'"
    case .missingLicense: "a license is missing here"
    case .missingOperator(let word): "an operator is missing before '\(word)'"
    case .missingException: "an exception is missing behind 'WITH'"
    case .plusOnGNU(let id): "a '+' cannot follow '\(id)'"
    case .misplacedPlus: "a '+' has to follow a license at once"
    case .reference(let text): "'\(text)' is not a license reference"
    case .operatorCase(let word): "'\(word)' mixes capitals and small letters"
    case .unbalancedParenthesis: "the parentheses are not balanced"
    case .tooDeep: "the parentheses are nested too deeply"
    }
  }

  package var remedy: String? {
    switch cause {
    case .empty: "write an identifier from spdx.org/licenses"
    case .character: "use identifiers, AND, OR, WITH and parentheses"
    case .unknownLicense(let id):
      SPDXLicenses.suggestion(for: id)?.remedy
        ?? "take one from spdx.org/licenses, or write LicenseRef-\(Self.referenceName(id))"
    case .unknownException(let id):
      Suggestion(for: id, in: SPDXLicenses.exceptions)?.remedy
        ?? "take one from spdx.org/licenses/exceptions-index.html"
    case .deprecated(let id): Self.replacement(of: id)
    case .missingLicense: "write a license on both sides of AND and OR"
    case .missingOperator: "write AND, OR or WITH between them"
    case .missingException: "write an exception such as LLVM-exception"
    case .plusOnGNU: "write the identifier that ends in '-or-later'"
    case .misplacedPlus: "leave the space or the '+' out"
    case .reference: "write 'LicenseRef-' and letters, digits, '.' and '-' behind it"
    case .operatorCase(let word): "write '\(word.uppercased())'"
    case .unbalancedParenthesis: "close each parenthesis that you open"
    case .tooDeep: "write it with fewer parentheses"
    }
  }

  private static func referenceName(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// GNU licenses say since 2018 whether later ones will do.
  private static func replacement(of id: String) -> String {
    let stem = id.hasSuffix("+") ? String(id.dropLast()) : id
    if let with = stem.firstRange(of: "-with-") {
      let license = stem[..<with.lowerBound]
      return "write '\(license)-only WITH …' or '\(license)-or-later WITH …'"
    }
    if SPDXLicenses.current.contains(stem + "-only") {
      return id == stem
        ? "write '\(stem)-only' or '\(stem)-or-later'" : "write '\(stem)-or-later'"
    }
    return "take its replacement from spdx.org/licenses"
  }
}
