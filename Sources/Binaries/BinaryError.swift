/// Why the bytes of a file are no binary that a loader would take.
package struct BinaryError: Error, Hashable, Sendable, CustomStringConvertible {
  package var format: Binary.Format
  /// In bytes from the file's start.
  package var offset: Int
  package var message: String

  package var description: String { "\(format.rawValue), byte \(offset): \(message)" }
}
