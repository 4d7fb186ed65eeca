import Conda
import Diagnostics
import RecipeModel
import Smithy

/// The builds of one feedstock or recipe, ready to be shown.
struct VariantReport {
  var input: FeedstockInput
  var rerendering: Rerendering

  /// - Parameter platform: only this one.
  init(_ input: FeedstockInput, only platform: Platform? = nil) {
    self.input = input
    rerendering = Self.rendering(of: input, explains: true, only: platform)
  }

  static func rendering(
    of input: FeedstockInput, release: SmithyRelease = .newest, explains: Bool,
    only platform: Platform? = nil
  ) -> Rerendering {
    let renderer = FeedstockRenderer(input.feedstock, release: release, explains: explains)
    var result = renderer.rerendering(only: platform)
    result.findings = input.findings + result.findings.map(input.shown)
    return result
  }

  // MARK: - Table

  /// Keys that tell jobs apart, or packages of one job.
  private var keys: [String] {
    var keys = Set(rerendering.jobs.flatMap(\.choice.keys))
    for job in rerendering.jobs {
      let known = Set(job.values.filter { $0.values.count > 1 }.map(\.key))
      keys.formUnion(known.intersection(job.packages.flatMap(\.variant.keys)))
    }
    return keys.sorted()
  }

  /// A row for each package, a job's values only in its first row.
  var table: String {
    let jobs = rerendering.jobs
    let keys = keys
    var table = TextTable(["platform", "built on", "at"] + keys + ["package", "build"])
    for job in jobs {
      var start = [job.platform, job.buildPlatform, job.provider]
      var choice = job.choice
      for package in job.packages {
        let values = keys.map { choice[$0] ?? package.variant[$0] ?? "" }
        table.add(
          start + values + ["\(package.name) \(package.version)", package.buildString])
        // What tells jobs apart is the same for all packages of one.
        for key in choice.keys { choice[key] = "" }
        start = start.map { _ in "" }
      }
      if job.packages.isEmpty { table.add(start + keys.map { choice[$0] ?? "" } + ["–", ""]) }
    }
    let packages = jobs.reduce(0) { $0 + $1.packages.count }
    return "\(input.name): \(Self.count(jobs.count, "job")), \(Self.count(packages, "package"))\n\n"
      + table.text
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  // MARK: - JSON

  func json(explains: Bool) -> JSONText {
    var members: [JSONText.Member] = [
      .init("name", .string(input.name)),
      .init("jobs", .array(rerendering.jobs.map { json($0, explains) })),
    ]
    if explains {
      members.append(.init("platforms", .array(rerendering.platforms.map { json($0) })))
    }
    return .object(members)
  }

  private func json(_ job: BuildJob, _ explains: Bool) -> JSONText {
    var members = job.members
    members.append(.init("packages", .array(job.packages.map(\.json))))
    if explains {
      let values = job.values.map { value in
        JSONText.Member(
          value.key,
          .array(
            zip(value.values, value.places).map { value, place in
              ["value": .string(value), "place": place.map { json($0) } ?? .null]
            }))
      }
      members.append(.init("values", .object(values)))
    }
    return .object(members)
  }
}

extension BuiltPackage {
  var json: JSONText {
    [
      "name": .string(name), "version": .string(version), "build_number": .integer(buildNumber),
      "build_string": .string(buildString), "noarch": .optional(noarch),
      "variant": .texts(variant),
    ]
  }
}
