import Diagnostics
import Smithy

/// What another pinning or a migration makes of a recipe's builds, ready to be shown.
struct VariantDifferences {
  var before: VariantReport
  var after: VariantReport
  private let comparison: JobComparison

  init(_ before: VariantReport, _ after: VariantReport) {
    self.before = before
    self.after = after
    comparison = JobComparison(before.rerendering.jobs, after.rerendering.jobs)
  }

  var isEmpty: Bool { comparison.isEmpty }

  // MARK: - Text

  var text: String {
    let counts = [
      (comparison.appeared.count, "appear"), (comparison.disappeared.count, "disappear"),
      (comparison.changed.count, "change"), (comparison.unchanged.count, "stay"),
    ]
    let summary = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    var lines = ["\(after.input.name): of its jobs \(summary)"]
    for job in comparison.appeared {
      lines += ["", "+ \(label(job))"]
      lines += news(of: job, in: after, against: before).map { "    \($0)" }
      lines += job.packages.map { "    + \(Self.text($0))" }
    }
    for job in comparison.disappeared {
      lines += ["", "- \(label(job))"]
      lines += news(of: job, in: before, against: after).map { "    \($0)" }
      lines += job.packages.map { "    - \(Self.text($0))" }
    }
    for change in comparison.changed {
      lines += ["", "~ \(label(change.after))"]
      lines += change.values.map { "    \(text($0))" }
      lines += change.lostPackages.map { "    - \(Self.text($0))" }
      lines += change.newPackages.map { "    + \(Self.text($0))" }
    }
    return lines.joined(separator: "\n")
  }

  private func label(_ job: BuildJob) -> String {
    let keys = comparison.keys[job.platform] ?? []
    let values = zip(keys, job.values(of: keys)).filter { !$0.1.isEmpty }.map { key, values in
      "\(key) \(values.joined(separator: ", "))"
    }
    return ([job.platform] + values).joined(separator: "  ")
  }

  /// The job's values that no job of its platform has on the other side.
  private func news(
    of job: BuildJob, in side: VariantReport, against other: VariantReport
  ) -> [String] {
    let others = other.rerendering.jobs.filter { $0.platform == job.platform }.flatMap(\.values)
    return job.values.flatMap { value in
      zip(value.values, value.places).compactMap { text, place -> String? in
        guard !others.contains(where: { $0.key == value.key && $0.values.contains(text) }) else {
          return nil
        }
        return "\(value.key) \(text)\(place.map { " (\(side.text($0)))" } ?? "")"
      }
    }
  }

  private static func text(_ package: BuiltPackage) -> String {
    "\(package.name) \(package.version) \(package.buildString)"
  }

  private func text(_ change: JobComparison.ValueChange) -> String {
    let old = change.before?.values.joined(separator: ", ") ?? "none"
    let new = change.after?.values.joined(separator: ", ") ?? "none"
    let place = change.after?.places.compactMap { $0 }.last.map { " (\(after.text($0)))" } ?? ""
    return "\(change.key): \(old) → \(new)\(place)"
  }

  // MARK: - JSON

  var json: JSONText {
    [
      "name": .string(after.input.name),
      "appeared": .array(comparison.appeared.map { json($0) }),
      "disappeared": .array(comparison.disappeared.map { json($0) }),
      "changed": .array(comparison.changed.map { json($0) }),
      "unchanged": .strings(comparison.unchanged.map { $0.name + ".yaml" }),
    ]
  }

  private func json(_ job: BuildJob) -> JSONText {
    .object(job.members + [.init("packages", .array(job.packages.map(\.json)))])
  }

  private func json(_ change: JobComparison.Change) -> JSONText {
    [
      "platform": .string(change.after.platform), "before": .string(change.before.name + ".yaml"),
      "after": .string(change.after.name + ".yaml"),
      "values": .array(
        change.values.map { value in
          [
            "key": .string(value.key), "before": .strings(value.before?.values ?? []),
            "after": .strings(value.after?.values ?? []),
            "places": .array(
              (value.after?.places ?? []).map { $0.map { after.json($0) } ?? .null }),
          ]
        }),
      "lost_packages": .array(change.lostPackages.map(\.json)),
      "new_packages": .array(change.newPackages.map(\.json)),
    ]
  }
}
