/// The machines that CI services lend, by platform.
struct Runners {
  enum Service { case github, azure, plain }

  private var labels: [String: String]

  init(_ service: Service) {
    labels =
      switch service {
      case .github, .plain:
        [
          "linux-64": "ubuntu-24.04", "linux-aarch64": "ubuntu-24.04-arm",
          "osx-64": "macos-15-intel", "osx-arm64": "macos-15", "win-64": "windows-2022",
          "win-arm64": "windows-11-arm",
        ]
      case .azure:
        [
          "linux-64": "ubuntu-24.04", "osx-64": "macOS-15", "osx-arm64": "macOS-15-arm64",
          "win-64": "windows-2022",
        ]
      }
  }

  subscript(platform: String) -> String? {
    get { labels[platform] }
    set { labels[platform] = newValue }
  }
}
