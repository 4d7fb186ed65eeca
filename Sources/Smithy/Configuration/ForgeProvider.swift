/// A CI service, in the order in which conda-smithy writes their jobs.
enum ForgeProvider: String, CaseIterable {
  case circle, travis, appveyor, azure, drone, woodpecker
  case gitHubActions = "github_actions"

  /// What `default` and `emulated` stand for.
  static func usual(for platform: String) -> String {
    platform.hasPrefix("osx_") ? azure.rawValue : gitHubActions.rawValue
  }

  /// What `native` stands for, on platforms that have machines somewhere.
  static let native: [String: String] = [
    "linux_64": "github_actions", "linux_aarch64": "github_actions", "linux_ppc64le": "travis",
    "linux_s390x": "travis", "osx_64": "azure", "osx_arm64": "azure", "win_64": "github_actions",
    "win_arm64": "github_actions",
  ]
}
