/// A value in one spelling for what tools read alike.
struct ComparableText {
  /// Several, where the value is text of several commands.
  let values: [String]

  init(_ text: String, at path: String) {
    switch path {
    case "about.homepage", "about.repository", "about.documentation":
      values = [Self.address(text)]
    case "about.license_file": values = [Self.plainVariables(text)]
    case "source.sha256", "source.md5": values = [text.lowercased()]
    case "build.python.entry_points": values = [text.replacing(" ", with: "")]
    case "build.script":
      values = Self.scriptName(Self.trimmed(text)).map { [$0] } ?? Self.commands(text)
    case "tests.script": values = Self.commands(text)
    case _ where path.hasPrefix("about."): values = [Self.trimmed(text)]
    case _ where path.hasPrefix("requirements.") || path.hasPrefix("tests.requirements"):
      values = [ComparableSpec(text).text]
    default: values = [text]
    }
  }

  /// rattler-build writes hosts in small letters, and blanks as `%20`.
  private static func address(_ text: String) -> String {
    let text = trimmed(text).replacing(" ", with: "%20")
    let path = text.firstRange(of: "://").map { text[$0.upperBound...].drop { $0 != "/" } } ?? ""
    let host = text.dropLast(path.count).lowercased()
    return host + (path.hasSuffix("/") ? path.dropLast() : path)
  }

  private static func trimmed(_ text: String) -> String {
    String(decoding: Array(text.utf8)[...].trimmed(\.isSpace), as: UTF8.self)
  }

  private static func commands(_ text: String) -> [String] {
    text.split(separator: "\n").map { plainVariables(trimmed(String($0))) }.filter { !$0.isEmpty }
  }

  /// `%PREFIX%` and `${PREFIX}` as `$PREFIX`.
  private static func plainVariables(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(where: { $0 == "%" || $0 == "$" }) {
      let isPercent = rest[mark] == "%"
      let open = isPercent ? "%" : rest[mark...].hasPrefix("${{ ") ? "${{ " : "${"
      let close = isPercent ? "%" : open == "${" ? "}" : " }}"
      result += rest[..<mark]
      rest = rest[mark...]
      let inner = rest.hasPrefix(open) ? rest.dropFirst(open.count) : ""
      let name = inner.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
      if !name.isEmpty, inner.dropFirst(name.count).hasPrefix(close) {
        result += "$" + name
        rest = inner.dropFirst(name.count + close.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  /// A script by the name that it has in both formats: `bld.bat` in one is `build` in the other.
  private static func scriptName(_ text: String) -> String? {
    var text = text[...]
    // A meta.yaml has them as commands.
    for start in ["bash $RECIPE_DIR/", "call %RECIPE_DIR%\\"] where text.hasPrefix(start) {
      text = text.dropFirst(start.count)
    }
    guard !text.contains(" "), let dot = text.lastIndex(of: ".") else { return nil }
    switch text[dot...] {
    case ".sh": return String(text[..<dot])
    case ".bat":
      return (text.hasPrefix("bld") ? "build" + text[..<dot].dropFirst(3) : String(text[..<dot]))
    default: return nil
    }
  }
}
