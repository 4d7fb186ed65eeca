import Conda
import RecipeModel

extension VariantContext {
  /// `linux-64 with cuda_compiler_version 12.9`: the platform and those of the keys that a person
  /// chooses.
  func shortDescription(of keys: Set<VariantKey>) -> String {
    let chosen = keys.sorted().compactMap { key -> String? in
      let isTool =
        key.name.hasPrefix("c_") || key.name.hasPrefix("cxx_") || key.name == "cuda_compiler"
      guard !isTool, let value = values[key] else { return nil }
      return "\(key) \(key == .python ? VariantKey.versionPart(of: value) : value)"
    }
    return chosen.isEmpty ? platform.subdir : "\(platform) with \(chosen.joined(separator: ", "))"
  }
}
