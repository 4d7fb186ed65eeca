import Diagnostics

extension Diagnostic {
  static func variantFileNotMapping(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a variant file is a mapping of keys to lists of values",
      remedy: "write lines such as 'python:' with '- 3.12' below")
  }

  static func variantValueNotScalar(_ key: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a value of '\(key)' is neither text nor a number",
      remedy: "write a flat list of values")
  }

  static func variantKeyWithDash(_ key: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the key '\(key)' contains a '-', which no recipe can name",
      remedy: "write '\(String(key.map { $0 == "-" ? "_" : $0 }))'")
  }

  static func zippedKeyWithoutValues(
    _ key: String, in group: [String], at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(key)' is zipped with \(group.filter { $0 != key }.joined(separator: ", ")), but has no values",
      remedy: "give it values in this file, or take it out of zip_keys")
  }

  static func keyInTwoGroups(_ key: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(key)' stands in two groups of zip_keys",
      remedy: "join the groups, or take it out of one")
  }

  static func zippedLengthsDiffer(
    _ a: String, _ countOfA: Int, _ b: String, _ countOfB: Int, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(a)' and '\(b)' are zipped, but have \(countOfA) and \(countOfB) values",
      remedy: "give both the same number of values, a value for each row")
  }

  static func tooManyV0Variants(_ limit: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the recipe has more than \(limit) variants",
      remedy: "tie keys together with zip_keys, or give one variant file of .ci_support")
  }

  static func extendedKey(_ key: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(key)' stands in extend_keys: conda-build ends with a TypeError where a recipe uses it",
      remedy: "take it out of extend_keys, and list all its values in one file")
  }

  static func zippedKeyAlone(
    _ key: String, _ value: String, missingKeys: [String], at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(value)' is no row of the group that '\(key)' is zipped in",
      remedy: "give values of \(missingKeys.joined(separator: ", ")) in the same file, too")
  }
}
