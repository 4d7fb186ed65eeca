/// What conda-build's Jinja calls otherwise: `environ["PREFIX"]` is `PREFIX`, `max_pin` is `upper_bound`.
enum V1Names {
  static func renamed(_ expression: String) -> String {
    var text = expression
    for (old, new) in [("max_pin", "upper_bound"), ("min_pin", "lower_bound")] {
      text = text.replacing("\(old)=", with: "\(new)=")
    }
    for (open, close) in [("environ[", "]"), ("environ.get(", ")")] {
      while let (range, name, rest) = variable(in: text, open, close) {
        // A fallback is an argument with a name.
        let fallback = rest.map { ", default=\($0)" } ?? ""
        let isFolder = folders.contains(name) && rest == nil
        text.replaceSubrange(range, with: isFolder ? name : "env.get(\"\(name)\"\(fallback))")
      }
    }
    return text
  }

  /// Names that rattler-build fills in when it builds.
  private static let folders: Set = ["PREFIX", "BUILD_PREFIX", "SRC_DIR", "RECIPE_DIR"]

  /// `environ["NAME"]` or `environ.get("NAME", rest)`; without brackets inside.
  private static func variable(
    in text: String, _ open: String, _ close: String
  ) -> (range: Range<String.Index>, name: String, rest: String?)? {
    guard let start = text.firstRange(of: open),
      let end = text[start.upperBound...].firstRange(of: close)
    else { return nil }
    let parts = text[start.upperBound..<end.lowerBound].split(separator: ",", maxSplits: 1)
    guard let quoted = parts.first, let quote = quoted.first, quote == "\"" || quote == "'",
      quoted.count > 2, quoted.last == quote,
      !parts.dropFirst().contains(where: { $0.contains("(") })
    else { return nil }
    let rest = parts.dropFirst().first.map { String($0.drop { $0 == " " }) }
    return (start.lowerBound..<end.upperBound, String(quoted.dropFirst().dropLast()), rest)
  }
}
