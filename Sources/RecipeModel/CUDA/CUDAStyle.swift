import Conda

/// How conda-forge packages a CUDA toolkit.
package enum CUDAStyle: Hashable, Sendable {
  /// One `cudatoolkit` for all of it: before 12.
  case monolithic
  /// One package for each piece: from 12 on.
  case modular

  /// The styles of the toolkits that an axis names; without one, that of today's.
  package static func styles(of axes: [VariantAxis]) -> Set<CUDAStyle> {
    let versions = axes.flatMap(\.rows).compactMap { $0.values[.cudaCompilerVersion] }
      .filter { $0 != "None" }
    let styles = versions.map { version in
      Condition.monolithicCUDA.holds(
        in: VariantContext(platform: .linux64, values: [.cudaCompilerVersion: version]))
        ? CUDAStyle.monolithic : .modular
    }
    return styles.isEmpty ? [.modular] : Set(styles)
  }
}
