import YAML

/// A file of `.ci_support`: its name and its text.
struct JobFile {
  let name: String
  let shortName: String
  let text: String

  init(
    _ job: JobPlan.Job, _ loopKeys: Set<String>, platform: ForgePlatform, feedstock: String
  ) {
    var key = ""
    for name in loopKeys.sorted(by: Self.precedes) where name != "target_platform" {
      key += name + (job.values[name]?.first ?? "")
    }
    let joined = String(key.map { $0 == "*" || $0 == " " ? "_" : $0 })
    let whole = String("\(platform.name)_\(joined)".filter { !"<>:?*,\"/|\\".contains($0) })
    let mark = "_h" + SHA256.hex(whole).prefix(8)
    shortName = whole.unicodeScalars.count >= 49 ? Self.cut(whole, 40) + mark : whole
    // GitHub's runners on Windows have no room for longer paths.
    let repository = feedstock + "-feedstock"
    let folder = "C:/Users/runnerx/_work/\(repository)/\(repository)/.ci_support/"
    let outer = folder.unicodeScalars.count
    if outer + whole.unicodeScalars.count + 5 > 259 {
      let room = 259 - outer - 15
      name = (room < 0 ? "" : Self.cut(whole, room)) + mark
    } else {
      name = whole
    }
    text = Self.text(of: job)
  }

  private static func cut(_ text: String, _ count: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
  }

  static func precedes(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  private static func text(of job: JobPlan.Job) -> String {
    var entries: [YAMLBlock.Entry] = job.values.map { key, values in
      YAMLBlock.Entry(YAMLText(key), list(values, areIntegers: job.integers.contains(key)))
    }
    if !job.zipGroups.isEmpty {
      entries.append(
        YAMLBlock.Entry(
          "zip_keys", .sequence(job.zipGroups.map { YAMLBlock.Item(.strings($0)) })))
    }
    if !job.pins.isEmpty {
      let pins = job.pins.sorted { precedes($0.key, $1.key) }.map { package, fields in
        let sorted = fields.sorted { precedes($1.key, $0.key) }
        return YAMLBlock.Entry(
          YAMLText(package),
          .mapping(sorted.map { YAMLBlock.Entry(YAMLText($0.key), scalar($0.value)) }))
      }
      entries.append(YAMLBlock.Entry("pin_run_as_build", .mapping(pins)))
    }
    entries.sort { precedes($0.key.text, $1.key.text) }
    return YAMLWriter(.pyyaml).text(of: .mapping(entries))
  }

  private static func list(_ values: [String], areIntegers: Bool) -> YAMLBlock {
    .sequence(values.map { YAMLBlock.Item(areIntegers ? .verbatim($0) : scalar($0)) })
  }

  /// Truth values lose the quotes that all text has which looks like something else.
  private static func scalar(_ value: String) -> YAMLBlock {
    value == "true" || value == "false" ? .verbatim(value) : .string(value)
  }
}
