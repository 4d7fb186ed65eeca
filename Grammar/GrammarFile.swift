/// The grammars of this folder, built into the program.
package enum GrammarFile: String, CaseIterable, Sendable {
  case version = "Version"
  case versionSpec = "VersionSpec"
  case matchSpec = "MatchSpec"
  case selector = "Selector"
  case jinja = "Jinja"
  case expressionV1 = "ExpressionV1"
  case templateV1 = "TemplateV1"
  case gennCode = "GeNNCode"

  /// By its name in any case, or by the file's.
  package init?(_ name: String) {
    let wanted = name.lowercased()
    let found = Self.allCases.first {
      let name = $0.rawValue.lowercased()
      return wanted == name || wanted == name + ".ebnf"
    }
    guard let found else { return nil }
    self = found
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private var bytes: [UInt8] {
    switch self {
    case .version: PackageResources.Version_ebnf
    case .versionSpec: PackageResources.VersionSpec_ebnf
    case .matchSpec: PackageResources.MatchSpec_ebnf
    case .selector: PackageResources.Selector_ebnf
    case .jinja: PackageResources.Jinja_ebnf
    case .expressionV1: PackageResources.ExpressionV1_ebnf
    case .templateV1: PackageResources.TemplateV1_ebnf
    case .gennCode: PackageResources.GeNNCode_ebnf
    }
  }

  /// The first sentence of the comment at the file's head.
  package var subject: String {
    var words: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      words += line.split(separator: " ").filter { $0 != "(*" && $0 != "*)" }
      if let end = words.firstIndex(where: { $0.hasSuffix(":") || $0.hasSuffix(".") }) {
        return words[...end].joined(separator: " ").dropLast() + ""
      }
      if line.isEmpty { break }
    }
    return words.joined(separator: " ")
  }
}
