/// What the declaration means for an output.
///
/// Rules: conda-forge's guide for CUDA recipes. `cuda-version` in host sets the minor version; the
/// compiler's run export then bounds it from below and to the same major version at run time, so
/// nothing pins it again. `__cuda` in run keeps the build from machines without a driver, and the
/// higher number makes solvers prefer it on machines with one.
extension CUDAUse {
  /// What makes solvers prefer a CUDA build, by conda-forge's custom.
  package static let numberOffset = 200

  /// The output with everything that follows. `styles` are those of the recipe's toolkits.
  package func applied(to output: Output, styles: Set<CUDAStyle>) -> Output {
    var output = output
    output.requirements.build += buildRequirements(styles)
    output.requirements.host += hostRequirements(styles)
    output.requirements.run += runRequirements(styles)
    if host.contains(.driver) {
      output.build.dynamicLinking.missingDSOAllowlist += driverLibraries
    }
    var number = output.build.number ?? BuildNumber(0)
    if number.offsets.isEmpty {
      number.offsets = [BuildNumber.Offset(CUDAUse.numberOffset, when: .cuda)]
    }
    output.build.number = number
    return output
  }

  private typealias Line = Item<Requirement>

  private func line(_ spec: Text) -> Line { Line(.package(spec), at: location) }
  private func package(_ name: String) -> Line { line(Text(name)) }

  private func when(_ condition: Condition, _ then: [Line], _ otherwise: [Line] = []) -> Line {
    .when(Located(condition, at: location), then: then, otherwise: otherwise)
  }

  /// Of the two ways to package a toolkit only those that the recipe has, under `when(.cuda)`.
  private func choice(
    _ styles: Set<CUDAStyle>, monolithic: [Line], modular: [Line], both: [Line] = []
  ) -> [Line] {
    let chosen =
      if styles.count > 1 {
        [when(.monolithicCUDA, monolithic, modular)]
      } else {
        styles.contains(.monolithic) ? monolithic : modular
      }
    return chosen.isEmpty && both.isEmpty ? [] : [when(.cuda, chosen + both)]
  }

  private func pinned(_ name: String) -> Line {
    line(
      Text([
        .literal("\(name) "), .reference(.variant(.cudaCompilerVersion)), .literal(".*"),
      ]))
  }

  private func buildRequirements(_ styles: Set<CUDAStyle>) -> [Item<Requirement>] {
    let compiler = Line(.compiler("cuda"), at: location)
    // CUDA 12 has two kinds of 64-bit Arm, servers and Tegra; 13 has one.
    let arm = when(
      .platform(.aarch64) && .version(.cudaCompilerVersion, .less, "13"),
      [line(Text([.literal("arm-variant * "), .reference(.variant("arm_variant_type"))]))])
    return choice(styles, monolithic: [], modular: [arm], both: [compiler])
  }

  private func hostRequirements(_ styles: Set<CUDAStyle>) -> [Item<Requirement>] {
    choice(
      styles, monolithic: [pinned("cudatoolkit")],
      modular: [pinned("cuda-version")] + development(host))
  }

  private func runRequirements(_ styles: Set<CUDAStyle>) -> [Item<Requirement>] {
    let compiles = run.contains(.nvcc)
    var modular = development(run.filter { $0 == .nvcc || !(compiles && $0.comesWithNVCC) })
    if host.contains(.cudart) {
      // From 13 on cuda-cudart-dev exports its runtime on Linux only.
      let windows13 = Condition.platform(.win) && .version(.cudaCompilerVersion, .atLeast, "13")
      modular.append(when(windows13, [package("cuda-cudart")]))
    }
    var monolithic = [pinned("cudatoolkit")]
    if compiles {
      // A wrapper: conda-forge never had nvcc itself before 12, the user's own toolkit has it.
      monolithic.append(when(.platform(.linux64), [pinned("nvcc_linux-64")]))
    }
    return choice(styles, monolithic: monolithic, modular: modular, both: [package("__cuda")])
  }

  private func development(_ parts: [CUDAPart]) -> [Line] {
    parts.map { part in
      let line = package(part.developmentPackage)
      return part.isLinuxOnly ? when(.platform(.linux), [line]) : line
    }
  }

  /// Libraries that come with the driver, never with a package.
  private var driverLibraries: [Item<String>] {
    func when(_ condition: Condition, _ library: String) -> Item<String> {
      .when(Located(condition, at: location), then: [Item(library)], otherwise: [])
    }
    return [
      when(.cuda && .platform(.linux), "libcuda.so.1"),
      when(.cuda && .platform(.win), "nvcuda.dll"),
    ]
  }
}
