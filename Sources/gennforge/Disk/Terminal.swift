#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a person reads: results on standard output, everything else on standard error.
enum Terminal {
  static func print(_ text: String) { put(text, on: STDOUT_FILENO) }
  static func warn(_ text: String) { put(text, on: STDERR_FILENO) }

  /// Standard error is a terminal and nobody asked for plain text (no-color.org).
  static var isColoured: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil }

  /// Writes all of it, with a line end behind; a reader that has gone away is nobody to tell.
  private static func put(_ text: String, on descriptor: Int32) {
    var bytes = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
