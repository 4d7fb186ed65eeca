import Conda
import Diagnostics
import RecipeReader

extension PlatformRenderer {
  /// A job's values with the place of each: that of the row of the key's group that the job has.
  func values(of job: JobPlan.Job, _ spec: VariantSpec) -> [JobValue] {
    let record = spec.record ?? VariantRecord()
    return job.values.sorted { $0.key < $1.key }.map { key, values in
      let group = spec.zipGroups.first { $0.contains(key) } ?? [key]
      let marks = record.marks[key] ?? []
      let column = spec.values[key] ?? []
      let rows = column.indices.filter { row in
        group.allSatisfy { other in
          guard let wanted = job.values[other], let all = spec.values[other] else { return true }
          return all.indices.contains(row) && wanted.contains(all[row])
        }
      }
      let places = values.map { value -> SourceLocation? in
        let row = rows.first { column[$0] == value } ?? column.firstIndex(of: value)
        return row.flatMap { marks.indices.contains($0) ? marks[$0] : nil }
      }
      return JobValue(key: key, values: values, places: places)
    }
  }

  func explanation(
    _ jobs: [BuildJob], _ plan: JobPlan, _ builds: PlatformBuilds, _ spec: VariantSpec
  ) -> PlatformExplanation {
    let record = spec.record ?? VariantRecord()
    let columns = Dictionary(grouping: jobs.flatMap(\.values), by: \.key)
    let used = Set(columns.keys)
    let varying = Set(builds.skips.flatMap(\.variant.keys)).union(used)
    let uses = uses(of: used.union(varying), in: jobs.first, spec)
    let keys = columns.sorted { $0.key < $1.key }.map { key, columns in
      let group = spec.zipGroups.first { $0.contains(key) } ?? []
      return KeyExplanation(
        key: key, values: Self.distinct(columns), tellsJobsApart: plan.loopKeys.contains(key),
        zippedWith: group.filter { $0 != key }, zipPlace: record.zips[Set(group)],
        changes: record.changes[key] ?? [],
        uses: reasons(of: key, uses[key] ?? [], columns, spec))
    }
    return PlatformExplanation(
      platform: platform, keys: keys, skips: skips(builds, uses, spec),
      unused: spec.values.keys.filter { !used.contains($0) && record.marks[$0] != nil }
        .sorted())
  }

  private static func distinct(
    _ columns: [JobValue]
  ) -> [(value: String, places: [SourceLocation])] {
    var result: [(value: String, places: [SourceLocation])] = []
    for column in columns {
      for (value, place) in zip(column.values, column.places) {
        let index = result.firstIndex { $0.value == value } ?? result.count
        if index == result.count { result.append((value, [])) }
        if let place, !result[index].places.contains(place) { result[index].places.append(place) }
      }
    }
    return result
  }

  // MARK: - Uses

  private func uses(
    of keys: Set<String>, in job: BuildJob?, _ spec: VariantSpec
  ) -> [String: [KeyUse]] {
    switch recipe.content {
    case .v0(let recipe):
      var variant = V0Variant(spec.values.compactMapValues(\.first), lists: spec.lists)
      for value in job?.values ?? [] { variant.values[value.key] = value.values.first }
      return recipe.uses(
        of: keys, in: variant, platform: platform, environment: environment,
        folder: forge.recipeFolder
      ).mapValues { $0.map { KeyUse(kind: $0.kind.rawValue, place: $0.place, text: $0.text) } }
    case .v1(let recipe):
      var uses: [String: [KeyUse]] = [:]
      let names = Dictionary(keys.map { (V1.VariantKey($0).normalized, $0) }) { first, _ in first }
      for use in recipe.uses {
        for name in Set(use.names) {
          guard let key = names[V1.VariantKey(name).normalized] else { continue }
          uses[key, default: []].append(
            KeyUse(
              kind: use.kind.rawValue, place: use.location(in: recipe), text: use.source))
        }
      }
      return uses
    }
  }

  /// The lines, or the rule by which conda-smithy has the key without any.
  private func reasons(
    of key: String, _ uses: [KeyUse], _ columns: [JobValue], _ spec: VariantSpec
  ) -> [KeyUse] {
    var reasons = uses
    if MacOSVersions.keys.contains(key), platform.family == "osx",
      columns.contains(where: { $0.values.contains { !(spec.values[key] ?? []).contains($0) } })
    {
      let keys = MacOSVersions.keys.joined(separator: ", ")
      reasons.append(
        KeyUse(
          kind: "with", place: nil, text: "conda-smithy gives the highest version of \(keys) to all"
        ))
    }
    if key == "docker_image", !columns.contains(where: { $0.places.contains { $0 != nil } }) {
      reasons.append(
        KeyUse(kind: "always", place: nil, text: "no file gives an image: conda-smithy's own"))
    } else if key == "target_platform" {
      reasons.append(
        KeyUse(kind: "always", place: nil, text: "every build that is not noarch has it"))
    } else if keptKeys.contains(key) {
      reasons.append(
        KeyUse(kind: "always", place: nil, text: "conda-smithy keeps it in every job"))
    }
    if !reasons.isEmpty { return reasons }
    let text =
      switch key {
      case "CONDA_BUILD_SYSROOT": "goes with the C and C++ compilers"
      case "python_min": "the recipe says {{ python_min }}"
      case "mpich", "openmpi", "msmpi", "mpi_serial", "impi": "goes with mpi"
      default: "the build environment has it as a variable"
      }
    return [KeyUse(kind: "with", place: nil, text: text)]
  }

  // MARK: - Skips

  private func skips(
    _ builds: PlatformBuilds, _ uses: [String: [KeyUse]], _ spec: VariantSpec
  ) -> [SkipExplanation] {
    var result: [SkipExplanation] = []
    for skip in builds.skips {
      let asked = uses.filter { $0.value.contains { $0.place?.line == skip.place.line } }.keys
      var keys = Set(asked)
      // Selectors know Python's version by another name.
      if case .v0 = recipe.content, skip.text.contains("py") { keys.insert("python") }
      let values = skip.variant.filter { keys.contains($0.key) && builds.grid.varies($0.key) }
      let index =
        result.firstIndex { $0.place == skip.place && $0.output == skip.output } ?? result.count
      if index == result.count {
        result.append(
          SkipExplanation(
            output: skip.output, place: skip.place, text: skip.text, combinations: []))
      }
      if !values.isEmpty, !result[index].combinations.contains(values) {
        result[index].combinations.append(values)
      }
    }
    return result
  }
}
