import Diagnostics
import RecipeModel

extension ScriptContext {
  /// Where the engines say which platform it is.
  var platformVariable: String { isNoarch ? "build_platform" : "target_platform" }

  /// The environment variable that holds a variant's value. Those of languages go by other names.
  mutating func variantVariable(_ key: VariantKey) -> String {
    if scope != .build { report(.variantNotKnown(key, in: scope, at: location)) }
    switch key.name {
    case "python": return "PY_VER"
    case "numpy": return "NPY_VER"
    case "perl": return "PERL_VER"
    case "lua": return "LUA_VER"
    default: return name(key.name)
    }
  }

  /// The value as it stands in that variable.
  mutating func variantValue(_ value: String, of key: VariantKey) -> String {
    guard key == .python || key == .numpy else { return value }
    var version = value
    if version.hasSuffix(".*") { version.removeLast(2) }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2 || !parts.allSatisfy({ Int($0) != nil }) {
      report(.pythonBeyondMinor(value, at: location))
    }
    return version
  }

  /// A version to compare with, as numbers.
  mutating func versionNumbers(_ version: String, of key: VariantKey) -> [Int] {
    let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      guard (1...8).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      return Int(String(part) ?? "")
    }
    if numbers.count != parts.count || numbers.count > 4 {
      report(.versionNotNumeric(version, at: location))
    } else if (key == .python || key == .numpy) && numbers.count > 2 {
      report(.pythonBeyondMinor(version, at: location))
    }
    return numbers
  }
}
