import CGit2

/// Owns a `git_patch` and what it was made from: libgit2 keeps pointers into both contents.
final class PatchHandle {
  private static let operation = "compare two texts"
  private let old: PatchContent?
  private let new: PatchContent?
  private let pointer: OpaquePointer

  init(from oldSide: Patch.Side?, to newSide: Patch.Side?, contextLines: UInt32) throws(GitError) {
    for side in [oldSide, newSide] {
      if let path = side?.path, path.utf8.contains(0) {
        throw .nulInName(path, operation: Self.operation)
      }
    }
    let old = oldSide.map(PatchContent.init)
    let new = newSide.map(PatchContent.init)
    var made: OpaquePointer?
    try git(operation: Self.operation) {
      var options = git_diff_options()
      let version = git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
      guard version >= 0 else { return version }
      options.context_lines = contextLines
      return git_patch_from_buffers(
        &made, old?.bytes, old?.count ?? 0, old?.path, new?.bytes, new?.count ?? 0, new?.path,
        &options)
    }
    guard let made else {
      throw GitError(code: 0, operation: Self.operation, message: "libgit2 gave no patch")
    }
    self.old = old
    self.new = new
    pointer = made
  }

  deinit { git_patch_free(pointer) }

  func bytes() throws(GitError) -> [UInt8] {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    try git(operation: "print a patch") { git_patch_to_buf(&buffer, pointer) }
    return Array(UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size))
  }

  func lineCounts() throws(GitError) -> (additions: Int, deletions: Int) {
    var additions = 0
    var deletions = 0
    try git(operation: "count a patch's lines") {
      git_patch_line_stats(nil, &additions, &deletions, pointer)
    }
    return (additions, deletions)
  }
}
