/// One CI job: one file of `.ci_support`.
package struct BuildJob: Hashable, Sendable {
  /// The file's name without `.yaml`.
  package var name: String
  /// The job's name in CI, which is cut where services have limits.
  package var shortName: String
  package var platform: String
  package var buildPlatform: String
  package var provider: String
  package var isUploaded: Bool
  /// The values that tell this job from the platform's others.
  package var choice: [String: String]
  /// All values of its file.
  package var values: [JobValue] = []
  /// What it builds, where that was asked for.
  package var packages: [BuiltPackage] = []
}
