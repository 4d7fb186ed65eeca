/// A folder that the loader searches because the binary says so.
package struct SearchPath: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// ELF's DT_RPATH: before LD_LIBRARY_PATH, and for the libraries of libraries, too.
    case rpath = "RPATH"
    /// ELF's DT_RUNPATH: after LD_LIBRARY_PATH.
    case runpath = "RUNPATH"
    /// Mach-O's LC_RPATH: what `@rpath` stands for.
    case loadCommand = "LC_RPATH"
  }

  package var path: String
  package var kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
