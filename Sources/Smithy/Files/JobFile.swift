import YAML

/// A file of `.ci_support`: its name and its text.
struct JobFile {
  let name: String
  let shortName: String
  let text: String

  init(
    _ job: JobPlan.Job, _ loopKeys: Set<String>, platform: ForgePlatform, feedstock: String,
    _ release: SmithyRelease = .newest
  ) {
    var key = ""
    for name in loopKeys.sorted(by: Self.precedes) where name != "target_platform" {
      key += name + (job.values[name]?.first ?? "")
    }
    let joined = String(key.map { $0 == "*" || $0 == " " ? "_" : $0 })
    let leftOut = release.charactersLeftOut
    let whole = String("\(platform.name)_\(joined)".filter { !leftOut.contains($0) })
    shortName = Self.shortName(whole, release)
    name = Self.name(whole, short: shortName, feedstock: feedstock, release)
    text = Self.text(of: job)
  }

  private static func shortName(_ whole: String, _ release: SmithyRelease) -> String {
    guard whole.unicodeScalars.count >= 49 else { return whole }
    let (length, digits) = release.nameLimit == .short ? (35, 10) : (40, 8)
    return cut(whole, length) + mark(whole, digits)
  }

  private static func name(
    _ whole: String, short: String, feedstock: String, _ release: SmithyRelease
  ) -> String {
    let count = whole.unicodeScalars.count
    switch release.nameLimit {
    case .short: return count + "conda-forge-build-done-".count >= 250 ? short : whole
    case .fixed: return count >= 200 ? cut(whole, 190) + mark(whole, 8) : whole
    case .path: break
    }
    // GitHub's runners on Windows have no room for longer paths.
    let repository = feedstock + "-feedstock"
    let folder = "C:/Users/runnerx/_work/\(repository)/\(repository)/.ci_support/"
    let outer = folder.unicodeScalars.count
    guard outer + count + 5 > 259 else { return whole }
    let room = 259 - outer - 15
    return (room < 0 ? "" : cut(whole, room)) + mark(whole, 8)
  }

  private static func mark(_ whole: String, _ digits: Int) -> String {
    "_h" + SHA256.hex(whole).prefix(digits)
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
