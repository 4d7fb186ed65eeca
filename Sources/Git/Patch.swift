import CGit2

/// The difference of two texts in unified format, as `git diff` writes it and `git apply` reads it.
package struct Patch: Hashable, Sendable {
  /// One version of a file. Contents are bytes: nothing is assumed about their encoding.
  package struct Side: Hashable, Sendable {
    package var path: String
    package var content: [UInt8]

    package init(path: String, content: [UInt8]) {
      self.path = path
      self.content = content
    }

    package init(path: String, text: String) {
      self.init(path: path, content: Array(text.utf8))
    }
  }

  /// The patch itself. For binary contents it only says that the files differ.
  package let bytes: [UInt8]
  package let additions: Int
  package let deletions: Int

  /// `bytes` for showing; what isn't UTF-8 is replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// nil when both sides have the same content.
  ///
  /// - Parameters:
  ///   - old: nil for a file that is added.
  ///   - new: nil for a file that is deleted.
  ///   - contextLines: how many unchanged lines surround each change.
  package init?(from old: Side?, to new: Side?, contextLines: UInt32 = 3) throws(GitError) {
    guard old?.content != new?.content else { return nil }
    let patch = try PatchHandle(from: old, to: new, contextLines: contextLines)
    bytes = try patch.bytes()
    (additions, deletions) = try patch.lineCounts()
  }

  /// nil when the texts are equal.
  package init?(
    from old: String, to new: String, path: String, contextLines: UInt32 = 3
  ) throws(GitError) {
    try self.init(
      from: Side(path: path, text: old), to: Side(path: path, text: new),
      contextLines: contextLines)
  }
}
