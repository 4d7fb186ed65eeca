import Diagnostics

/// Which jobs a platform's builds are spread over, and what each job's file holds.
struct JobPlan {
  /// What one job's file holds.
  struct Job {
    var values: [String: [String]]
    var zipGroups: [[String]]
    var pins: [String: [String: String]]
    /// Keys whose values are whole numbers.
    var integers: Set<String>
  }

  private(set) var jobs: [Job] = []
  /// What tells the jobs apart.
  private(set) var loopKeys: Set<String> = []

  /// - Parameters:
  ///   - mentionsPythonMin: whether the recipe's text says `{{ python_min }}`.
  ///   - kept: keys that the files hold, used or not.
  init(
    _ platform: PlatformBuilds, _ spec: VariantSpec, mentionsPythonMin: Bool,
    kept: Set<String>, dropsEmptyJobs: Bool
  ) throws(Diagnostic) {
    let (builds, grid) = (platform.builds, platform.grid)
    guard let first = builds.first else { return }
    var used = builds.reduce(into: Set<String>()) { $0.formUnion($1.used) }
    if used.contains("mpi") {
      used.formUnion(["mpich", "openmpi", "msmpi", "mpi_serial", "impi"])
    }
    if mentionsPythonMin { used.insert("python_min") }
    let common = builds.dropFirst().reduce(first.topLevelUsed) {
      $0.intersection($1.topLevelUsed)
    }
    loopKeys = common.filter(grid.varies)
    if used.contains("target_platform") { loopKeys.insert("target_platform") }
    let lost = loopKeys.subtracting(used)
    used.formUnion(kept)
    if builds.contains(where: { !$0.isNoarch }) { used.insert("target_platform") }
    used.formUnion(common)

    let selected = Self.selected(grid, by: builds, all: lost)
    let axes = try MacOSVersions.merged(selected, place: spec.places["c_stdlib_version"])
    let parts = axes.compactMap { axis -> VariantGrid.Axis? in
      let keys = axis.keys.filter(used.contains)
      return keys.isEmpty ? nil : VariantGrid.Axis(keys: keys, rows: axis.rows(of: keys))
    }
    combine(parts, spec)
    if dropsEmptyJobs {
      jobs = jobs.filter { job in builds.contains { isBuilt(job, by: $0, grid.first) } }
    }
  }

  /// The rows that at least one build allows.
  private static func selected(
    _ grid: VariantGrid, by builds: [Build], all lost: Set<String>
  ) -> [VariantGrid.Axis] {
    grid.axes.enumerated().map { index, axis in
      if axis.keys.count == 1, lost.contains(axis.keys[0]) { return axis }
      var allowed: Set<Int> = []
      for build in builds {
        guard let rows = build.rows[index] else { return axis }
        allowed.formUnion(rows)
      }
      return VariantGrid.Axis(keys: axis.keys, rows: allowed.sorted().map { axis.rows[$0] })
    }
  }

  private mutating func combine(_ parts: [VariantGrid.Axis], _ spec: VariantSpec) {
    let groups = parts.map(\.keys).filter { $0.count > 1 }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let names = Set(parts.flatMap(\.keys))
    let pins = spec.pins.filter { entry in
      names.contains(String(entry.key.map { $0 == "-" ? "_" : $0 }))
    }
    var choices: [[String: [String]]] = [[:]]
    for part in parts {
      let new = columns(part, spec.integers)
      choices = choices.flatMap { choice in new.map { choice.merging($0) { _, last in last } } }
    }
    jobs = choices.map {
      Job(values: $0, zipGroups: groups, pins: pins, integers: spec.integers)
    }
  }

  /// The values of an axis in each of the jobs that it makes.
  private func columns(
    _ part: VariantGrid.Axis, _ integers: Set<String>
  ) -> [[String: [String]]] {
    let loops = part.keys.indices.filter { loopKeys.contains(part.keys[$0]) }
    var order: [[String]] = []
    var rows: [[String]: [[String]]] = [:]
    let isInteger = part.keys.map(integers.contains)
    let sorted = part.rows.sorted { a, b in
      guard let column = a.indices.first(where: { a[$0] != b[$0] }) else { return false }
      if isInteger[column], let a = Int(a[column]), let b = Int(b[column]) { return a < b }
      return a[column] < b[column]
    }
    for row in sorted {
      let choice = loops.map { row[$0] }
      if rows[choice] == nil { order.append(choice) }
      rows[choice, default: []].append(row)
    }
    return order.map { choice in
      var values: [String: [String]] = [:]
      for (column, key) in part.keys.enumerated() {
        values[key] = (rows[choice] ?? []).map { $0[column] }
      }
      return values
    }
  }

  /// Whether the job has a build at all; the others are skipped.
  private func isBuilt(_ job: Job, by build: Build, _ first: [String: String]) -> Bool {
    loopKeys.allSatisfy { key in
      guard let values = job.values[key], let value = build.variant[key] ?? first[key] else {
        return false
      }
      return values.allSatisfy { $0 == value }
    }
  }
}
