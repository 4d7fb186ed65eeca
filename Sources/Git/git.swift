import CGit2

/// Runs one call of libgit2 and turns a negative answer into a `GitError`.
///
///     try git(operation: "compare two texts") { git_patch_from_buffers(&patch, …) }
@discardableResult
func git(operation: String, _ call: () -> Int32) throws(GitError) -> Int {
  guard Library.startCode >= 0 else {
    throw GitError(
      code: Int(Library.startCode), operation: operation, message: "libgit2 doesn't start")
  }
  let code = call()
  guard code >= 0 else { throw GitError(code: code, operation: operation) }
  return Int(code)
}

private enum Library {
  /// Started with the first call (it costs milliseconds, which most runs needn't pay), once for the
  /// process. It is never shut down: objects may live until the end, and the system reclaims all.
  static let startCode: Int32 = git_libgit2_init()
}
