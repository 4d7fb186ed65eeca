import Diagnostics

/// What can be wrong with correct YAML.
extension Diagnostic {
  static func duplicateKey(
    _ key: String, _ severity: Severity, at place: SourceLocation, first: SourceLocation
  ) -> Self {
    Self(
      severity, at: place, "the key '\(key)' stands here a second time",
      remedy: "keep one of them" + (severity == .error ? "" : ": only the last one counts"),
      notes: [Note("the first one is here", at: first)])
  }

  static func keyNotText(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a list or mapping cannot be a key",
      remedy: "use text as the key, or put quotes around '{{ … }}'")
  }

  static func mergesNoMapping(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "'<<' takes over the keys of mappings only",
      remedy: "give it a mapping, an alias of one, or a list of those")
  }

  static func anchorNotAllowed(_ name: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the anchor '&\(name)' is not allowed in this file",
      remedy: "write the value out, or quote the text if '&' belongs to it")
  }

  static func tagNotAllowed(_ tag: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the tag '\(tag)' is not allowed in this file",
      remedy: "remove it, or quote the text if '!' belongs to it")
  }

  static func duplicateAnchor(
    _ name: String, at place: SourceLocation, first: SourceLocation
  ) -> Self {
    Self(
      .error, at: place, "the anchor '&\(name)' stands here a second time",
      remedy: "give it another name", notes: [Note("the first one is here", at: first)])
  }

  static func unknownAlias(_ name: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "no anchor '&\(name)' comes before this alias",
      remedy: "define it further up, or quote the text if '*' belongs to it")
  }

  static func recursiveAlias(
    _ name: String, at place: SourceLocation, anchor: SourceLocation
  ) -> Self {
    Self(
      .error, at: place, "the alias '*\(name)' stands within its own value",
      remedy: "write the value out", notes: [Note("the value begins here", at: anchor)])
  }

  static func byteOrderMark(at place: SourceLocation) -> Self {
    Self(
      .error, at: place,
      "the file begins with a byte order mark, which becomes part of the first key",
      remedy: "save it as UTF-8 without one")
  }

  static func severalDocuments(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a second document begins here, and this file may hold one",
      remedy: "remove '---' and what follows")
  }

  static func tooDeep(limit: Int, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "values are nested more than \(limit) deep here",
      remedy: "make the file flatter")
  }

  static func tooManyNodes(limit: Int, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "up to here the file holds more than \(limit) values, aliases written out",
      remedy: "use fewer aliases, or split the file")
  }

  static func fileTooLarge(_ bytes: Int, limit: Int, in file: String) -> Self {
    Self(
      .error, at: SourceLocation(file: file, line: 1),
      "the file has \(bytes) bytes; at most \(limit) are read", remedy: "split the file")
  }
}
