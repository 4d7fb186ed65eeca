/// A variant key that belongs to a function: `cxx_compiler_version` to `compiler("cxx")`.
struct V0Target {
  let language: String
  let kind: String

  init?(_ key: String) {
    var rest = Substring(key)
    if rest.hasSuffix("_version") { rest = rest.dropLast("_version".count) }
    for kind in ["compiler", "stdlib"] where rest.hasSuffix("_\(kind)") {
      language = String(rest.dropLast(kind.count + 1))
      self.kind = kind
      return
    }
    return nil
  }
}
