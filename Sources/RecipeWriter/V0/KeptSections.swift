import RecipeModel
import YAML

/// Sections of a `meta.yaml` that stay line by line as they were, with their Jinja.
struct KeptSections {
  private(set) var names: Set<String> = []
  private(set) var lines: [YAMLLine] = []

  init(_ kept: [KeptValue]) {
    for kept in kept where kept.format == .v0 && kept.path.isEmpty {
      guard case .string(let text) = kept.value else { continue }
      lines += [.blank, .verbatim(text)]
      for line in text.split(separator: "\n") where line.first?.isLetter == true {
        if let colon = line.firstIndex(of: ":") { names.insert(String(line[..<colon])) }
      }
    }
  }
}
