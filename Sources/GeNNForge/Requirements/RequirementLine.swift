package import RecipeModel

/// One requirement of a section.
public struct RequirementLine<Section: RequirementSection>: Hashable, Sendable {
  package var model: Requirement
}

/// A compiler of the variant's: `Compiler(.cxx)`.
public struct Compiler: Hashable, Sendable {
  /// A language with a compiler package on conda-forge.
  public struct Language: Hashable, Sendable {
    package var name: String
    private init(_ name: String) { self.name = name }

    /// C.
    public static let c = Language("c")
    /// C++.
    public static let cxx = Language("cxx")
    /// Fortran.
    public static let fortran = Language("fortran")
    /// Rust.
    public static let rust = Language("rust")
    /// Go without C code.
    public static let goNoCGo = Language("go-nocgo")
    /// Go with C code.
    public static let goCGo = Language("go-cgo")

    /// Another of conda-forge's compilers, by the name that recipes have for it.
    public static func named(_ name: String) -> Language { Language(name) }
  }

  package var language: Language
  /// The compiler for one language. CUDA's comes with ``CUDA/toolkit(host:run:)``.
  public init(_ language: Language) { self.language = language }
}

/// The C library that compiled code is linked with: every output with a compiler needs `StdLib(.c)`.
public struct StdLib: Hashable, Sendable {
  package var language: Compiler.Language
  /// The standard library of one language, in practice `.c`.
  public init(_ language: Compiler.Language) { self.language = language }
}

/// A range around the version of another package that was in `host`.
public struct PinCompatible: Hashable, Sendable {
  package var pin: PackagePin

  /// `x.x` keeps two parts of the version; nil leaves a side open.
  public init(
    _ name: String, lowerBound: String? = "x.x.x.x.x.x", upperBound: String? = "x"
  ) {
    pin = PackagePin(name, lowerBound: lowerBound, upperBound: upperBound, exact: false)
  }
}

/// A range around the version of another output of the same recipe, or exactly its build.
public struct PinSubpackage: Hashable, Sendable {
  package var pin: PackagePin

  /// `exact` ties to version and build string.
  public init(
    _ name: String, lowerBound: String? = "x.x.x.x.x.x", upperBound: String? = "x",
    exact: Bool = false
  ) {
    pin = PackagePin(
      name, lowerBound: exact ? nil : lowerBound, upperBound: exact ? nil : upperBound,
      exact: exact)
  }
}
