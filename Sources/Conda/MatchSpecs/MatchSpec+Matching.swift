extension MatchSpec {
  /// Whether a package will do.
  ///
  /// rattler's own match says nothing about channel and subdir, its solver does: they count in
  /// conda's dialect only.
  package func matches(_ record: PackageRecord) -> Bool {
    if let name, !name.matches(record.name) { return false }
    if let version, !version.matches(record.version) { return false }
    if let build, !build.matches(record.build) { return false }
    if let buildNumber, !buildNumber.matches(record.buildNumber) { return false }
    if !dialect.isRattler && !matchesOrigin(of: record) { return false }
    return details.allSatisfy { field, value in
      dialect.isRattler
        ? matchesAsRattler(field, value, record.details[field])
        : matchesAsConda(field, value, record.details[field])
    }
  }

  private func matchesOrigin(of record: PackageRecord) -> Bool {
    if let channel {
      guard let other = record.channel, channel.accepts(Channel(other)) else { return false }
    }
    return subdir == nil || subdir == record.subdir
  }

  private func matchesAsConda(_ field: Field, _ wanted: String, _ found: String?) -> Bool {
    switch field {
    case .when, .extras, .flags: return true
    case .trackFeatures, .features: return Self.words(wanted) == Self.words(found ?? "")
    case .license, .licenseFamily:
      let matcher = try? StringMatcher(wanted, dialect: .conda, ignoresCase: true)
      return matcher?.matches(found ?? "none") ?? false
    case .md5, .sha256, .url, .fileName: return wanted == found
    }
  }

  private func matchesAsRattler(_ field: Field, _ wanted: String, _ found: String?) -> Bool {
    switch field {
    case .when, .extras, .flags, .fileName, .features: true
    case .trackFeatures: Self.words(wanted).isSubset(of: Self.words(found ?? ""))
    case .license, .licenseFamily: wanted == found
    case .md5, .sha256: wanted.lowercased() == found?.lowercased()
    case .url: found == nil || wanted == found
    }
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { $0 == " " || $0 == "," })
  }
}
