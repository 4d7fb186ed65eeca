/// What a channel's index says of one package, as far as specs can ask for it.
package struct PackageRecord: Hashable, Sendable {
  package var name: String
  package var version: Version
  package var build: String
  package var buildNumber: UInt64
  package var channel: String?
  package var subdir: String?
  package var details: [MatchSpec.Field: String]

  package init(
    name: String, version: Version, build: String, buildNumber: UInt64 = 0,
    channel: String? = nil, subdir: String? = nil, details: [MatchSpec.Field: String] = [:]
  ) {
    self.name = name
    self.version = version
    self.build = build
    self.buildNumber = buildNumber
    self.channel = channel
    self.subdir = subdir
    self.details = details
  }
}
