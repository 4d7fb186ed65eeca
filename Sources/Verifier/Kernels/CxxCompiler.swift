#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A C++ compiler, and arguments that always go with it.
package struct CxxCompiler: Hashable, Sendable {
  /// A name to look for in PATH, or a path.
  package var program: String
  package var arguments: [String]

  package init(_ program: String, _ arguments: [String] = []) {
    self.program = program
    self.arguments = arguments
  }

  /// `$CXX`, in which blanks separate arguments (`ccache g++`), or `c++`.
  package static var fromEnvironment: CxxCompiler {
    let words = getenv("CXX").map { String(cString: $0).split(separator: " ").map(String.init) }
    guard let words, let program = words.first else { return CxxCompiler("c++") }
    return CxxCompiler(program, Array(words.dropFirst()))
  }

  package var name: String { ([program] + arguments).joined(separator: " ") }
}
