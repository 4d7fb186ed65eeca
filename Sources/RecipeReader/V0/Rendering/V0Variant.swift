package import Conda

/// One row of the build matrix.
///
/// Variant files hold text only (`'3.10'`, `"None"`); a few keys (`ignore_version`, …) are lists.
package struct V0Variant: Hashable, Sendable {
  package var values: [String: String]
  package var lists: [String: [String]]

  package init(_ values: [String: String] = [:], lists: [String: [String]] = [:]) {
    self.values = values
    self.lists = lists
  }

  package subscript(key: String) -> String? { values[key] }

  /// The keys of a variant, as conda-build looks for their use.
  var keys: [String] { values.keys.sorted() + lists.keys.sorted() }
}

extension V0Variant {
  /// What conda-build takes for Python and NumPy when nobody says anything.
  static let defaultPython = "3.12"
  static let defaultNumpy = "1.26"

  /// With the keys that conda-build adds where the files say nothing.
  package func completed(for platform: Platform) -> V0Variant {
    var result = self
    var defaults = [
      "python": Self.defaultPython, "numpy": Self.defaultNumpy, "perl": "5.26.2", "lua": "5",
      "r_base": "3.5", "cpu_optimization_target": "nocona",
      "cran_mirror": "https://cran.r-project.org", "target_platform": platform.subdir,
    ]
    switch platform.family {
    case "win":
      defaults["c_compiler"] = "vs2017"
      defaults["cxx_compiler"] = "vs2017"
      defaults["fortran_compiler"] = "gfortran"
      defaults["vc"] = "14"
    case "osx":
      defaults["c_compiler"] = "clang"
      defaults["cxx_compiler"] = "clangxx"
      defaults["fortran_compiler"] = "gfortran"
    default:
      defaults["c_compiler"] = "gcc"
      defaults["cxx_compiler"] = "gxx"
      defaults["fortran_compiler"] = "gfortran"
    }
    result.values.merge(defaults) { given, _ in given }
    // These lists grow with every file and are never replaced.
    for (key, first) in [("ignore_version", []), ("ignore_build_only_deps", ["python", "numpy"])] {
      result.lists[key] = first + (lists[key] ?? []).filter { !first.contains($0) }
    }
    return result
  }
}
