import CGit2

/// What libgit2 answered when it couldn't do what it was asked.
package struct GitError: Error, Hashable, Sendable {
  /// The function's return value (`GIT_ENOTFOUND` is -3, …).
  package var code: Int
  /// The part of libgit2 that failed (`GIT_ERROR_OS` is 2, …); 0 when it didn't say.
  package var errorClass: Int
  /// What was being done, as the caller words it: `compare two texts`.
  package var operation: String
  package var message: String

  package init(code: Int, errorClass: Int = 0, operation: String, message: String) {
    self.code = code
    self.errorClass = errorClass
    self.operation = operation
    self.message = message
  }
}

extension GitError {
  /// Reads libgit2's last error, which belongs to the calling thread: call it at once.
  init(code: Int32, operation: String) {
    let last = git_error_last()?.pointee
    self.init(
      code: Int(code), errorClass: Int(last?.klass ?? 0), operation: operation,
      message: last?.message.map { String(cString: $0) } ?? "no reason given")
  }

  static func nulInName(_ name: String, operation: String) -> GitError {
    GitError(
      code: Int(GIT_EINVALID.rawValue), operation: operation,
      message: "a file's name can't contain a NUL character: \(name.debugDescription)")
  }
}

extension GitError: CustomStringConvertible {
  package var description: String {
    "couldn't \(operation): \(message) (libgit2 code \(code), class \(errorClass))"
  }
}
