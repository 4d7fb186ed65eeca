/// A variant key that belongs to a function: `cxx_compiler_version` to `compiler("cxx")`.
struct V0Target {
  let language: String
  let kind: String

  init?(_ key: String) {
    var rest = Substring(key).utf8
    Self.drop("_version", from: &rest)
    for (kind, ending) in [("compiler", "_compiler"), ("stdlib", "_stdlib")] {
      guard Self.drop(ending, from: &rest) else { continue }
      language = String(Substring(rest))
      self.kind = kind
      return
    }
    return nil
  }

  @discardableResult
  private static func drop(_ ending: String, from rest: inout Substring.UTF8View) -> Bool {
    let ending = ending.utf8
    guard rest.count >= ending.count, rest.suffix(ending.count).elementsEqual(ending) else {
      return false
    }
    rest.removeLast(ending.count)
    return true
  }
}
