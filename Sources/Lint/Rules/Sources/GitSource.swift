import Diagnostics
import RecipeModel

/// Archives have checksums and mirrors; conda-forge takes repositories only where there is no
/// archive.
enum GitSource: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.sources.compactMap { source in
      guard case .git(let url, let revision) = source.value.origin else { return nil }
      let place = url.location ?? source.location
      guard case .branch(let branch) = revision else { return .gitSource(at: place) }
      return .branchSource(branch, at: place)
    }
  }
}

extension Diagnostic {
  static func gitSource(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the source is a git repository, which has no checksum",
      remedy: "write Source(url:sha256:) with the release's archive, if there is one")
  }

  static func branchSource(_ branch: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the branch '\(branch)' is something else every day",
      remedy: "name a tag or a commit, or better the release's archive")
  }
}
