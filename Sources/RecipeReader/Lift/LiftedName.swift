/// The name of a package, with variables of the recipe that are plain texts filled in.
enum LiftedName {
  /// `${{ name | lower }}` → `pygenn`; as it stands where it is more than that.
  static func resolved(_ text: String, _ variable: (String) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}"),
        let value = value(rest[open.upperBound..<close.lowerBound], variable)
      else { return text }
      result += rest[..<open.lowerBound] + value
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private static func value(
    _ expression: Substring, _ variable: (String) -> String?
  ) -> String? {
    let parts = expression.split(separator: "|").map { part in
      String(decoding: Array(part.utf8)[...].trimmed(\.isSpace), as: UTF8.self)
    }
    guard let name = parts.first, let text = variable(name), !text.contains("{{") else {
      return nil
    }
    guard parts.count > 1 else { return text }
    return parts.count == 2 && parts[1] == "lower" ? text.lowercased() : nil
  }
}
