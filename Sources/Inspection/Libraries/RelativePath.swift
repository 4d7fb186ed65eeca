/// A folder of an environment, from its root.
struct RelativePath: Hashable {
  /// Without a slash at either end; empty for the root.
  var text: String

  /// The folder that a path means from where a file lies; nil if that is outside of the environment.
  init?(_ path: some StringProtocol, from folder: String) {
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    text = parts.joined(separator: "/")
  }

  func file(_ name: String) -> String { text.isEmpty ? name : "\(text)/\(name)" }
}
