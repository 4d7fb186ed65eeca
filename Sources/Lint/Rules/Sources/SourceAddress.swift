import Conda
import Diagnostics
import RecipeModel

/// Where a source is fetched from.
enum SourceAddress: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.sources.flatMap { source -> [Diagnostic] in
      guard case .url(let addresses, _) = source.value.origin else { return [] }
      return addresses.compactMap { address in
        let place = address.location ?? source.location
        let written = address.value.resolved {
          if case .version = $0 { recipe.recipe.version.value } else { "1" }
        }
        guard let text = recipe.plain(written) else { return nil }
        do throws(SourceURLError) {
          let url = try SourceURL(text)
          if url.fileName.lowercased().hasSuffix(".whl") { return .wheelSource(text, at: place) }
          switch url.scheme {
          case .https: return nil
          case .http, .ftp: return .plainSourceAddress(text, at: place)
          case .file: return .localSourceAddress(text, at: place)
          }
        } catch {
          return .invalidSourceAddress(text, error, at: place)
        }
      }
    }
  }
}

extension Diagnostic {
  static func invalidSourceAddress(
    _ text: String, _ error: SourceURLError, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "no source can be fetched from '\(text)': \(error.message)",
      remedy: error.remedy ?? "write one such as https://host/name-1.0.tar.gz")
  }

  static func localSourceAddress(_ text: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(text)' is on one machine alone",
      remedy:
        "write the address of the release's archive, or Source(path:) for one beside the recipe"
    )
  }

  static func wheelSource(_ text: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(text)' is a wheel, which somebody else has built",
      remedy: "write the address of the source archive (.tar.gz)")
  }

  static func plainSourceAddress(_ text: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(text)' is fetched without encryption",
      remedy: "write https:// if the server has it")
  }
}
