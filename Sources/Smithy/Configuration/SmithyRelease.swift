import Conda
import RecipeReader

/// The release of conda-smithy whose habits the files follow.
///
/// What a feedstock holds was written by the conda-smithy of its last re-rendering. Each habit says which
/// release changed it; what older ones than 3.47.2 did with outputs that use different keys isn't followed.
package struct SmithyRelease: Sendable {
  private let version: Version?

  /// Today's.
  package static let newest = SmithyRelease(version: nil)

  /// With all habits that there ever were.
  static let oldest = SmithyRelease(version: try? Version("0"))

  private init(version: Version?) { self.version = version }

  /// - Parameter text: such as `3.52.2`.
  package init(_ text: String) throws { self.init(version: try Version(text)) }

  private func isBefore(_ text: String) -> Bool {
    guard let version, let other = try? Version(text) else { return false }
    return version < other
  }

  /// Those of the conda-build that was new when the release was.
  var usagePatterns: V0UsagePatterns {
    if isBefore("3.41.0") { return .before24_9 }
    if isBefore("3.44.7") { return .since24_9 }
    if isBefore("3.53.2") { return .since24_11 }
    return isBefore("2026.8") ? .since25_11 : .newest
  }

  /// That of the rattler-build that was new when the release was: 0.58 came twelve days after 3.55.
  var usageRule: V1.UsageRule { isBefore("3.55.0") ? .mentioned : .newest }

  /// Keys that every file holds, whoever uses them.
  var keptKeys: Set<String> {
    var keys: Set<String> = [
      "MACOSX_DEPLOYMENT_TARGET", "MACOSX_SDK_VERSION", "macos_min_version", "macos_machine",
      "channel_sources", "channel_targets", "docker_image", "build_number_decrement",
    ]
    if isBefore("3.52.3") { keys.formUnion(["cdt_arch", "cdt_name", "BUILD"]) }
    return keys
  }

  /// Before, only `self_hosted` runners had their labels in the files.
  var keepsRunnerLabels: Bool { !isBefore("3.58.1") }

  /// Whether `{{ python_min }}` in the text makes the key a used one.
  var findsPythonMin: Bool { !isBefore("3.45.4") }

  /// Whether jobs that build nothing are left out.
  var dropsEmptyJobs: Bool { !isBefore("3.54.2") }

  /// What file names don't show of values. Old releases failed where one had a slash.
  var charactersLeftOut: String {
    if isBefore("3.52.0") { return "/" }
    return isBefore("3.55.0") ? "/," : "<>:?*,\"/|\\"
  }

  /// How file names that are too long are cut.
  enum NameLimit {
    /// The whole name becomes the short one: 35 characters and ten digits of a hash.
    case short
    /// 190 characters and eight digits, whatever the feedstock's name.
    case fixed
    /// By what paths on Windows have room for.
    case path
  }

  var nameLimit: NameLimit {
    if isBefore("3.50.1") { return .short }
    return isBefore("3.56.0") ? .fixed : .path
  }
}
