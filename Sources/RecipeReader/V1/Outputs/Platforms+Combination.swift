import Conda

extension V1.Platforms {
  /// The platforms that a combination chooses, if it has them among its keys.
  func overridden(by combination: V1.Combination) -> Self {
    func platform(_ key: String) -> Platform? {
      guard let subdir = combination[key]?.description else { return nil }
      let platform = Platform(subdir)
      return platform == .noarch || Self.known.contains(platform) ? platform : nil
    }
    let target = platform("target_platform") ?? target
    let host = platform("host_platform") ?? (host != self.target ? host : target)
    if target == self.target, host == self.host { return self }
    return Self(target: target, build: build, host: host)
  }
}
