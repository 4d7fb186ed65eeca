package import Diagnostics

/// What a render engine answers; `Tests/Engines/README.md` describes the fields.
package struct RenderedDocument: Hashable, Sendable, Decodable {
  package var engine: String
  package var platforms: [RenderedPlatform]

  /// Every package of every platform that isn't skipped.
  package var kept: [RenderedPackage] { platforms.flatMap(\.kept) }

  package subscript(platform: String) -> RenderedPlatform? {
    platforms.first { $0.platform == platform }
  }
}

package struct RenderedPlatform: Hashable, Sendable, Decodable {
  package var platform: String
  package var variants: [RenderedPackage]

  package var kept: [RenderedPackage] { variants.filter { !$0.skip } }
}

package struct RenderedPackage: Hashable, Sendable, Decodable {
  package var name: String
  package var version: String?
  package var buildNumber: Int
  /// nil from engines that don't compute hashes.
  package var buildString: String?
  /// The build string with `<hash>` in the place of its hash.
  package var buildStringForm: String
  package var hash: String?
  package var noarch: String?
  package var skip: Bool
  package var usedVariant: [String: JSONText]
  package var requirements: RenderedRequirements
  package var tests: [JSONText]
  package var about: JSONText
  package var source: [JSONText]
  package var build: JSONText
  package var extra: JSONText

  private enum CodingKeys: String, CodingKey {
    case name, version, hash, noarch, skip, requirements, tests, about, source, build, extra
    case buildNumber = "build_number"
    case buildString = "build_string"
    case buildStringForm = "build_string_form"
    case usedVariant = "used_variant"
  }

  /// Without what the two formats can't have in common: hashes, and which keys count as used.
  package var comparable: RenderedPackage {
    var copy = self
    copy.buildString = nil
    copy.hash = nil
    copy.usedVariant = [:]
    return copy
  }
}
