package import Diagnostics

/// Which pieces of the CUDA toolkit an output needs, and when.
package struct CUDAUse: Hashable, Sendable {
  package var host: [CUDAPart]
  /// Present when the user runs it: a package that compiles kernels on the user's machine needs compiler and headers.
  package var run: [CUDAPart]
  package var location: SourceLocation?

  package init(host: [CUDAPart], run: [CUDAPart], at location: SourceLocation? = nil) {
    self.host = host
    self.run = run
    self.location = location
  }
}

extension Condition {
  /// The variant has a CUDA toolkit at all. Never by comparing texts: `"None" >= "12"` is true.
  package static let cuda = !Condition.value(.cudaCompilerVersion, is: "None")
  /// One package for each piece of the toolkit.
  package static let modularCUDA = Condition.version(.cudaCompilerVersion, .atLeast, "12")
  /// One `cudatoolkit` for all.
  package static let monolithicCUDA = Condition.version(.cudaCompilerVersion, .less, "12")
}
