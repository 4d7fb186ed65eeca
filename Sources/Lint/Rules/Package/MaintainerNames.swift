import Diagnostics
import RecipeModel

/// conda-forge asks people by their GitHub names, and refuses recipes without any.
enum MaintainerNames: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let maintainers = recipe.recipe.maintainers
    guard !maintainers.isEmpty else {
      return [.missingMaintainers(at: recipe.recipe.name.location)]
    }
    var seen: Set<String> = []
    return maintainers.compactMap { maintainer in
      guard let name = recipe.plain(maintainer.value) else { return nil }
      if !isGitHubName(name) { return .invalidMaintainer(name, at: maintainer.location) }
      if isPlaceholder(name) { return .placeholderMaintainer(name, at: maintainer.location) }
      if !seen.insert(name.lowercased()).inserted {
        return .duplicateMaintainer(name, at: maintainer.location)
      }
      return nil
    }
  }

  /// A user, or a team as in `conda-forge/core`.
  private static func isGitHubName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy(isGitHubPart)
  }

  /// Up to 39 letters and digits, with single dashes between them.
  private static func isGitHubPart(_ name: Substring) -> Bool {
    let bytes = Array(name.utf8)
    let dash = UInt8(ascii: "-")
    let allowed = bytes.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == dash
        || $0 == UInt8(ascii: "_")
    }
    return allowed && !bytes.isEmpty && bytes.count <= 39 && bytes.first != dash
      && bytes.last != dash
  }

  private static func isPlaceholder(_ name: String) -> Bool {
    let lower = name.lowercased()
    let words = ["your-", "to-be-decided", "github-username", "username", "placeholder", "todo"]
    return words.contains { lower.hasPrefix($0) || lower.hasSuffix($0) }
  }
}

extension Diagnostic {
  static func missingMaintainers(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "nobody maintains the recipe",
      remedy: "add Maintainers(\"…\") with the GitHub names of those who answer for it")
  }

  static func invalidMaintainer(_ name: String, at place: SourceLocation?) -> Diagnostic {
    let bare = name.hasPrefix("@") ? " without '@'" : ""
    return Diagnostic(
      .error, at: place, "'\(name)' is not a GitHub name",
      remedy: "write the account's name\(bare): letters, digits and single dashes")
  }

  static func placeholderMaintainer(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' stands for a name that is still to come",
      remedy: "write the GitHub name of somebody who has agreed")
  }

  static func duplicateMaintainer(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(name)' is listed twice", remedy: "leave one of them out")
  }
}
