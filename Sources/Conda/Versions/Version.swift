/// A conda version such as `1!2.0rc1+cuda12`, ordered as conda orders it.
///
///     try Version("1.0rc1") < Version("1.0")      // true
///     try Version("1.0") == Version("1.0.0")      // true: what is missing counts as 0
///     try Version("12.10") > Version("12.9")      // true: numbers, not strings
package struct Version: Sendable {
  /// As it was written.
  package let text: String
  let epoch: VersionComponent
  /// All components, those of the local part (behind `+`) last.
  let parts: [Part]
  /// Where in `parts` the local part begins.
  let localStart: Int

  /// One component and how it hangs together with the one before it.
  struct Part: Hashable, Sendable {
    var component: VersionComponent
    /// The first of its segment, that is what stands between two dots.
    var startsSegment: Bool
    /// The 0 that a segment gets which starts with a letter: `1.a` is `1.0a`.
    var isImplied = false
  }

  package init(_ text: String, dialect: Dialect = .conda) throws(VersionError) {
    try self.init(Array(text.utf8)[...], text: text, dialect: dialect)
  }

  /// From a part of something longer.
  init(_ bytes: ArraySlice<UInt8>, text: String, dialect: Dialect) throws(VersionError) {
    if dialect.isRattler {
      try self.init(rattler: bytes, text: text)
    } else {
      try self.init(conda: bytes, text: text)
    }
  }

  init(text: String, epoch: VersionComponent, parts: [Part], localStart: Int) {
    self.text = text
    self.epoch = epoch
    self.parts = parts
    self.localStart = localStart
  }

  var release: ArraySlice<Part> { parts[..<localStart] }
  var local: ArraySlice<Part> { parts[localStart...] }
}

extension Version: CustomStringConvertible {
  package var description: String { text }
}
