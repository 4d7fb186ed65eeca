/// A symbol that a binary uses and doesn't define.
package struct ImportedSymbol: Hashable, Sendable {
  package var name: String
  /// The library that has to bring it, where the binary says so: Mach-O and PE always, ELF where
  /// the symbol has a version.
  package var library: String?
  /// Whether the binary gets along without.
  package var isWeak = false
}
