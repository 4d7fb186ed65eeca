/// A library that a binary names.
package struct NeededLibrary: Hashable, Sendable {
  package enum Loading: String, Hashable, Sendable {
    /// With the binary, which doesn't start without.
    case atStart
    /// With the binary, if it is there (Mach-O).
    case ifPresent
    /// At the first call (PE's delayed imports).
    case atFirstUse
  }

  package var name: String
  package var loading = Loading.atStart
  /// The versions of its symbols that the binary asks for: `GLIBC_2.34` (ELF).
  package var symbolVersions: [String] = []

  package init(name: String, loading: Loading = .atStart, symbolVersions: [String] = []) {
    self.name = name
    self.loading = loading
    self.symbolVersions = symbolVersions
  }
}
