package import Diagnostics

/// What the build engine answers: the packages, unpacked.
package struct BuiltDocument: Hashable, Sendable, Decodable {
  package var engine: String
  package var packages: [BuiltPackage]
}

package struct BuiltPackage: Hashable, Sendable, Decodable {
  /// `tinybox-1.0-h4616a5c_3.conda`
  package var file: String
  /// `info/index.json`
  package var index: JSONText
  /// `info/paths.json`
  package var paths: JSONText
  /// By action (`post-link`): their paths.
  package var linkScripts: [String: [String]]
  /// Everything that is in the package, `info` included, by path.
  package var files: [String: BuiltFile]
  /// nil when they weren't asked for.
  package var tests: [BuiltTest]?

  private enum CodingKeys: String, CodingKey {
    case file, index, paths, files, tests
    case linkScripts = "link_scripts"
  }
}

package struct BuiltFile: Hashable, Sendable, Decodable {
  package var size: Int?
  package var sha256: String?
  package var executable: Bool?
  /// For symbolic links.
  package var target: String?
  /// For small files in UTF-8.
  package var text: String?
}

package struct BuiltTest: Hashable, Sendable, Decodable {
  package var index: Int
  package var success: Bool
  package var output: [String]
}
