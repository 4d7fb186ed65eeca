package import Conda
import RecipeModel

extension PinningSnapshot {
  /// One value for each key that the snapshot knows on a platform: the first where there are several,
  /// and no CUDA.
  package static func firstRow(on platform: Platform) -> [(key: String, value: String)] {
    var row = [
      ("target_platform", platform.subdir), ("channel_targets", "conda-forge main"),
      ("channel_sources", "conda-forge"), ("cuda_compiler_version", "None"), ("mpi", "nompi"),
      // The first Python is the oldest.
      ("is_abi3", "true"), ("is_python_min", "true"),
      ("cran_mirror", "https://cloud.r-project.org"),
    ]
    if let python = pythons.first { row.append(("python", VariantKey.pythonPin(python))) }
    for (key, values) in values {
      if let value = values.first(where: { $0.0.contains(platform) }) { row.append((key, value.1)) }
    }
    for group in [PlatformGroup.linux, .osx] where group.contains(platform) {
      for language in ["c", "cxx", "fortran"] {
        row.append(("\(language)_compiler_version", compilerVersion(group, cuda: nil)))
      }
      row.append(("c_stdlib_version", stdlibVersion(group, cuda: nil)))
    }
    return row
  }
}
