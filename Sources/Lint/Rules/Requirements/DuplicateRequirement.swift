import Diagnostics
import RecipeModel

/// A package stands in a list once for each build: of two lines nobody knows which one counts.
enum DuplicateRequirement: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      var earlier: [String: [RequirementLine]] = [:]
      return output.lines.compactMap { line in
        guard line.section != .tests, let key = key(line) else { return nil }
        defer { earlier[key, default: []].append(line) }
        guard let first = earlier[key]?.first(where: { $0.builds.intersects(line.builds) }) else {
          return nil
        }
        // What nobody wrote comes last, and what was written is what can be taken out.
        let (kept, extra) = line.isDerived ? (line, first) : (first, line)
        if kept.isDerived, extra.isDerived, kept.location != extra.location { return nil }
        return .duplicateRequirement(
          name(line), list: line.list, first: kept.location, isDerived: kept.isDerived,
          at: extra.location)
      }
    }
  }

  private static func key(_ line: RequirementLine) -> String? {
    switch line.requirement {
    case .package: line.name.map { "\(line.list) \($0)" }
    case .compiler(let language): "\(line.list) compiler \(language)"
    case .stdlib(let language): "\(line.list) stdlib \(language)"
    case .pinSubpackage(let pin), .pinCompatible(let pin):
      "\(line.list) \(pin.name.lowercased())"
    }
  }

  private static func name(_ line: RequirementLine) -> String {
    switch line.requirement {
    case .compiler(let language): "Compiler(.\(language))"
    case .stdlib(let language): "StdLib(.\(language))"
    default: "'\(line.name ?? "")'"
    }
  }
}

extension Diagnostic {
  static func duplicateRequirement(
    _ name: String, list: String, first: SourceLocation?, isDerived: Bool,
    at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "\(name) stands twice in \(list) for the same builds",
      remedy: isDerived
        ? "leave this line out: CUDA.toolkit adds it"
        : "keep one line, with all constraints joined by ','",
      notes: [Note(isDerived ? "it follows from this" : "the first one is here", at: first)])
  }
}
