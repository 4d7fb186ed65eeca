import Diagnostics
import RecipeModel

/// A build's hash follows from its requirements and sources, which therefore can't contain it.
enum LateReference: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    var texts = recipe.outputs.flatMap { output in
      output.lines.compactMap { line in line.spec.map { ($0, line.location) } }
    }
    for source in recipe.sources {
      switch source.value.origin {
      case .url(let addresses, _):
        texts += addresses.map { ($0.value, $0.location ?? source.location) }
      case .git(let url, let revision):
        texts.append((url.value, url.location ?? source.location))
        if case .tag(let tag) = revision { texts.append((tag, url.location ?? source.location)) }
      case .path: break
      }
    }
    return texts.compactMap { text, place in
      text.references.contains(.hash) ? .lateHash(at: place) : nil
    }
  }
}

extension Diagnostic {
  static func lateHash(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the hash is known only once requirements and sources are",
      remedy: "use \\(.hash) in BuildString alone, and 'cpu_*' to ask for such builds")
  }
}
