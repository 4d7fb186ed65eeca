/// A name that Swift accepts for a constant.
enum SwiftName {
  /// `foo-bar` → `fooBar`.
  static func constant(_ name: String) -> String {
    var result = ""
    var startsWord = false
    for scalar in name.unicodeScalars {
      guard scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      else {
        startsWord = !result.isEmpty
        continue
      }
      result += startsWord ? String(scalar).uppercased() : String(scalar)
      startsWord = false
    }
    // `FooBar` and `HTTPie` start small as constants do.
    let capitals = result.prefix { $0.isUppercase }
    if capitals.count == 1 || capitals.count == result.count {
      result = capitals.lowercased() + result.dropFirst(capitals.count)
    } else if capitals.count > 1 {
      result = capitals.dropLast().lowercased() + result.dropFirst(capitals.count - 1)
    }
    if result.isEmpty || result.first?.isNumber == true { result = "recipe" + result }
    return keywords.contains(result) ? "`\(result)`" : result
  }

  private static let keywords: Set<String> = [
    "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum",
    "extension", "fallthrough", "false", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while", "any",
  ]
}
