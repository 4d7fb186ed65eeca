/// What is wrong in a short text such as a version or a spec.
///
/// The reader of such a text knows only the text; its caller knows the file, adds `offset` to where
/// the text begins there, and makes a finding of `message` and `remedy`.
package protocol NotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in the text, in UTF-8 bytes from its start.
  var offset: Int { get }
  /// What is wrong, without a full stop.
  var message: String { get }
  /// What to write instead, as an imperative without a full stop.
  var remedy: String? { get }
}

extension NotationError {
  package var description: String { remedy.map { "\(message); \($0)" } ?? message }
}
