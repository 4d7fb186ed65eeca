/// What a loader reads of an executable or a library: whom it names, whom it needs, and where it looks.
///
/// Read from ELF (Linux), Mach-O (macOS) and PE (Windows) files alike, on any machine:
///
///     for binary in try Binary.all(in: bytes) {
///       print(binary.architecture, binary.needed.map(\.name), binary.searchPaths.map(\.path))
///     }
///     // x86_64 ["libffi.so.8", "libstdc++.so.6", "libc.so.6"] ["$ORIGIN"]
package struct Binary: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case elf = "ELF"
    case machO = "Mach-O"
    case pe = "PE"
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case executable, library, object, other
  }

  package var format: Format
  package var architecture: Architecture
  package var kind: Kind
  /// What others load it by: ELF's SONAME, Mach-O's install name, the name in PE's export table.
  package var name: String?
  /// In the order of loading.
  package var needed: [NeededLibrary] = []
  package var searchPaths: [SearchPath] = []
  /// The program that loads it: `/lib64/ld-linux-x86-64.so.2`, `/usr/lib/dyld`.
  package var interpreter: String?
  /// The oldest macOS that it runs on: `11.0`.
  package var minimumSystem: String?
  /// The symbols that it offers to others.
  package var exports: Set<String> = []
  /// The symbols that others have to bring.
  package var imports: [ImportedSymbol] = []
  /// The GPU code in it.
  package var gpuCode: [GPUCode] = []

  package init(format: Format, architecture: Architecture, kind: Kind) {
    self.format = format
    self.architecture = architecture
    self.kind = kind
  }
}
