import Diagnostics
import RecipeModel

/// Compilers and the C library are the variant's to choose: named by hand they stay behind when the
/// pinning moves on.
enum CompilerByHand: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard !line.isDerived, line.section != .constraints, let name = line.name,
          let word = replacement(for: name)
        else { return nil }
        guard line.section == .build || line.section == .host else {
          return .compilerByHandInRun(name, at: line.location)
        }
        // Beside the variant's compiler it is a tool, as clang is for Rust's bindgen.
        let isTool = line.isBare && word.hasPrefix("Compiler") && output.hasCompiler
        return .compilerByHand(
          name, word: word, severity: isTool ? .warning : .error, at: line.location)
      }
    }
  }

  private static let stems: [(stem: String, word: String)] = [
    ("gcc", "Compiler(.c)"), ("clang", "Compiler(.c)"), ("m2w64-gcc", "Compiler(.c)"),
    ("gxx", "Compiler(.cxx)"), ("clangxx", "Compiler(.cxx)"), ("toolchain", "Compiler(.cxx)"),
    ("gfortran", "Compiler(.fortran)"), ("flang", "Compiler(.fortran)"),
    ("sysroot", "StdLib(.c)"), ("macosx_deployment_target", "StdLib(.c)"), ("vs", "StdLib(.c)"),
    ("ld_impl", "Compiler(.c)"), ("binutils_impl", "Compiler(.c)"),
  ]

  /// `gcc`, `gcc_linux-64`, `gcc_impl_linux-64`, `vs2022_win-64`.
  private static func replacement(for name: String) -> String? {
    if name.hasPrefix("vs20"), name.hasSuffix("_win-64") || name.hasSuffix("_win-arm64") {
      return "Compiler(.cxx)"
    }
    return stems.first { stem, _ in
      guard name.hasPrefix(stem) else { return false }
      let rest = name.dropFirst(stem.count)
      return rest.isEmpty && stem != "vs"
        || ["_linux-", "_osx-", "_win-", "_impl_"].contains { rest.hasPrefix($0) }
    }?.word
  }
}

extension CheckedOutput {
  fileprivate var hasCompiler: Bool {
    lines(.build).contains { if case .compiler = $0.requirement { true } else { false } }
  }
}

extension Diagnostic {
  static func compilerByHand(
    _ name: String, word: String, severity: Severity, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      severity, at: place, "'\(name)' is one platform's compiler or C library, named by hand",
      remedy: "write \(word) in BuildRequirements: the variant chooses package and version")
  }

  static func compilerByHandInRun(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' ties users to one platform's compiler",
      remedy: "write \"cxx-compiler\" (or \"c-compiler\") for a package that compiles at run time")
  }
}
