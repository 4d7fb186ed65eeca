package import Diagnostics

/// Why a key is among a platform's.
package struct KeyUse: Hashable, Sendable {
  /// `selector`, `function`, `requirement`, …; `always` and `with` need no line.
  package var kind: String
  package var place: SourceLocation?
  /// The line, or the reason in words.
  package var text: String
}
