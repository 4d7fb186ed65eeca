import Conda
import Diagnostics
import RecipeModel

/// The checksum of a source: 64 hexadecimal digits of the file that was really fetched.
enum SourceDigest: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.sources.compactMap { source in
      guard case .url(_, let written) = source.value.origin else { return nil }
      let place = written.location ?? source.location
      guard let text = recipe.plain(written.value) else { return nil }
      do throws(DigestError) {
        let digest = try Digest(text, .sha256)
        // A real checksum has about 16 different digits; one with three or fewer was typed.
        return Set(digest.text.utf8).count <= 3 ? .placeholderDigest(digest.text, at: place) : nil
      } catch {
        return .invalidDigest(error, at: place)
      }
    }
  }
}

extension Diagnostic {
  static func invalidDigest(_ error: DigestError, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the source's checksum can't be right: \(error.message)",
      remedy: "write the 64 digits that `sha256sum` prints for the source's file")
  }

  static func placeholderDigest(_ text: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the SHA-256 '\(text.prefix(8))…' looks like one that was made up",
      remedy: "write the 64 digits that `sha256sum` prints for the source's file")
  }
}
