/// Which packages will do: `numpy >=2,<3`, `python 3.12.* *_cpython`,
/// `conda-forge::genn[build=cuda*]`.
///
///     let spec = try MatchSpec("libgenn >=5.4 *cuda*")
///     spec.matches(record)
///
///     try MatchSpec("cuda-version 12.9", dialect: .rattlerStrict)
///     // error: missing range specifier for '12.9'; write '==12.9' or '12.9.*'
package struct MatchSpec: Hashable, Sendable {
  /// As it was written.
  package let text: String
  package let dialect: Dialect
  /// None: any package.
  package internal(set) var name: StringMatcher?
  package internal(set) var version: VersionSpec?
  package internal(set) var build: StringMatcher?
  package internal(set) var buildNumber: BuildNumberSpec?
  package internal(set) var channel: Channel?
  package internal(set) var subdir: String?
  package internal(set) var namespace: String?
  /// What else was written in brackets.
  package internal(set) var details: [Field: String] = [:]

  /// The fields in brackets that have no place outside of them.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case md5, sha256, url, license, extras, flags, features
    case fileName = "fn"
    case licenseFamily = "license_family"
    case trackFeatures = "track_features"
    case when
  }

  package init(_ text: String, dialect: Dialect = .conda) throws(MatchSpecError) {
    self.text = text
    self.dialect = dialect
    if dialect.isRattler {
      try parseAsRattler(Array(text.utf8))
    } else {
      try parseAsConda(Array(text.utf8))
    }
  }
}

extension MatchSpec: CustomStringConvertible {
  package var description: String { text }
}
