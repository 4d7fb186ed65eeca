import Conda
package import RecipeModel

extension Recipe {
  /// The author's axes and, for every other key that the recipe reads, the pinning's.
  package func completedVariants() -> VariantConfiguration {
    let used = allKeys
    var axes = variants.axes
    var declared: Set<VariantKey> { Set(axes.flatMap(\.keys)) }
    if used.contains(.python), !declared.contains(.python) {
      axes.append(
        VariantAxis(
          [.python],
          rows: PinningSnapshot.pythons.map { .init([.python: VariantKey.pythonPin($0)]) },
          origin: .pinning))
    }
    axes = withCompilerVersions(axes, used: used)
    for (name, values) in PinningSnapshot.values where used.contains(VariantKey(name)) {
      let key = VariantKey(name)
      guard !axes.contains(where: { $0.keys.contains(key) }) else { continue }
      let same = Set(values.map(\.1)).count == 1 && values.count == 3
      axes.append(
        VariantAxis(
          [key],
          rows: same
            ? [.init([key: values[0].1])]
            : values.map { .init([key: $0.1], when: .platform($0.0)) },
          origin: .pinning))
    }
    var configuration = VariantConfiguration()
    configuration.axes = axes
    return configuration
  }

  /// Compilers and C library change with the CUDA toolkit on Linux: one axis for all of them.
  private func withCompilerVersions(
    _ axes: [VariantAxis], used: Set<VariantKey>
  ) -> [VariantAxis] {
    let compilers = ["c", "cxx", "fortran"].map { VariantKey("\($0)_compiler_version") }
      .filter(used.contains)
    let stdlib: VariantKey = "c_stdlib_version"
    let cuda = VariantKey.cudaCompilerVersion
    let usesCUDA = used.contains(cuda)
    guard usesCUDA || !compilers.isEmpty || used.contains(stdlib) else { return axes }
    let declared = axes.first { $0.keys == [cuda] }
    let cudaAxis =
      declared
      ?? VariantAxis(
        [cuda],
        rows: [.init([cuda: "None"])]
          + PinningSnapshot.cudaVersions.map {
            .init([cuda: $0], when: PinningSnapshot.cudaPlatforms)
          }, origin: .pinning)
    let monolithic = cudaAxis.rows.compactMap { $0.values[cuda] }.contains {
      Condition.monolithicCUDA.holds(in: VariantContext(platform: .linux64, values: [cuda: $0]))
    }

    func row(_ group: PlatformGroup, cuda version: String?, _ condition: Condition)
      -> VariantAxis.Row
    {
      var values: [VariantKey: String] = [:]
      if usesCUDA { values[cuda] = version ?? "None" }
      if monolithic, usesCUDA {
        values["cuda_compiler"] =
          version.map { $0.hasPrefix("11") ? "nvcc" : "cuda-nvcc" }
          ?? "cuda-nvcc"
      }
      if group != .win {
        for key in compilers {
          values[key] = PinningSnapshot.compilerVersion(group, cuda: version)
        }
        if used.contains(stdlib) {
          values[stdlib] = PinningSnapshot.stdlibVersion(group, cuda: version)
        }
      }
      return .init(values, when: condition)
    }

    var rows: [VariantAxis.Row] = []
    for group in [PlatformGroup.linux, .osx, .win] {
      for source in usesCUDA ? cudaAxis.rows : [.init([:])] {
        let version = source.values[cuda].flatMap { $0 == "None" ? nil : $0 }
        let platforms = Platform.usual.filter { group.contains($0) }
        let reached = platforms.filter {
          source.condition?.holds(in: VariantContext(platform: $0, values: [:])) ?? true
        }
        guard !reached.isEmpty else { continue }
        let condition: Condition =
          reached == platforms ? .platform(group) : (source.condition ?? .platform(group))
        let new = row(group, cuda: version, condition)
        if !new.values.isEmpty { rows.append(new) }
      }
    }
    let keys =
      compilers + (used.contains(stdlib) ? [stdlib] : []) + (usesCUDA ? [cuda] : [])
      + (monolithic && usesCUDA ? ["cuda_compiler"] : [])
    var result = axes.filter { $0.keys != [cuda] }
    result.append(
      VariantAxis(keys, rows: rows, origin: cudaAxis.origin, at: declared?.location))
    return result
  }
}
