import RecipeModel

extension PinningSnapshot {
  /// The snapshot as a `conda_build_config.yaml`, with conda-forge's selectors: CUDA only for recipes
  /// that ask for its compiler.
  package static var file: String {
    var lines = [
      "# The facts of conda-forge's pinning that GeNN recipes use, as of \(date).",
      "channel_sources:", "  - conda-forge", "channel_targets:", "  - conda-forge main",
      "python:",
    ]
    lines += pythons.map { "  - \(VariantKey.pythonPin($0))" }
    for (key, values) in values {
      lines.append("\(key):")
      lines += values.map { "  - '\($0.1)'  # [\($0.0.rawValue)]" }
    }
    let isAsked = "os.environ.get(\"CF_CUDA_ENABLED\", \"False\") == \"True\""
    for key in compilerVersionKeys + ["c_stdlib_version"] {
      func version(_ group: PlatformGroup, cuda: String? = nil) -> String {
        key == "c_stdlib_version"
          ? stdlibVersion(group, cuda: cuda) : compilerVersion(group, cuda: cuda)
      }
      lines += ["\(key):", "  - '\(version(.linux))'  # [linux]"]
      for cuda in cudaVersions {
        lines.append("  - '\(version(.linux, cuda: cuda))'  # [linux and \(isAsked)]")
      }
      lines.append("  - '\(version(.osx))'  # [osx]")
    }
    lines += ["cuda_compiler_version:", "  - None"]
    lines += cudaVersions.map { "  - '\($0)'  # [(linux64 or aarch64 or win64) and \(isAsked)]" }
    lines += ["zip_keys:", "  -  # [linux]"]
    let group = compilerVersionKeys + ["c_stdlib_version", "cuda_compiler_version"]
    lines += group.map { "    - \($0)  # [linux]" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var compilerVersionKeys: [String] {
    ["c", "cxx", "fortran"].map { "\($0)_compiler_version" }
  }
}
