import Diagnostics
import RecipeReader

/// What is suspicious about a feedstock's own variant files, although conda-smithy takes it.
struct VariantChecks: Sendable {
  private struct Key: Sendable {
    var place: SourceLocation
    var isUsed = false
  }

  private var own: [String: Key] = [:]
  /// Keys that have values without the feedstock's files.
  private var known: Set<String> = []
  private(set) var findings: [Diagnostic] = []

  /// Keys that services read, whatever the recipe says.
  private static let standing: Set<String> = SmithyRelease.newest.keptKeys.union([
    "github_actions_labels", "CONDA_BUILD_SYSROOT", "target_platform", "build_platform", "BUILD",
    "python_min", "pin_run_as_build", "ignore_version", "ignore_build_only_deps", "extend_keys",
    "cdt_name", "cdt_arch", "provider", "VERBOSE_AT", "VERBOSE_CM",
  ])

  mutating func add(_ finding: Diagnostic) {
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// What was found on another platform.
  mutating func add(_ other: VariantChecks) {
    own.merge(other.own) { Key(place: $0.place, isUsed: $0.isUsed || $1.isUsed) }
    known.formUnion(other.known)
    for finding in other.findings { add(finding) }
  }

  /// A `conda_build_config.yaml` of the feedstock's, on one platform.
  mutating func note(_ file: V0VariantFile, _ spec: VariantSpec) {
    for entry in file.entries { note(entry.key, at: entry.place) }
    for (key, place) in file.emptyKeys { add(.emptyVariantList(key, at: place)) }
    let given = Set(file.entries.filter { !$0.values.isEmpty }.map(\.key))
    checkGroups(given, spec) { file[$0]?.place }
  }

  /// A `variants.yaml`, on one platform.
  mutating func note(_ configuration: V1.VariantConfiguration, file: String, _ spec: VariantSpec) {
    func place(_ key: String) -> SourceLocation {
      configuration.places[V1.VariantKey(key)]?.first?.location(in: file)
        ?? SourceLocation(file: file, line: 1)
    }
    let given = Set(configuration.values.keys.map(\.spelling))
    for key in given { note(key, at: place(key)) }
    checkGroups(given, spec) { place($0) }
  }

  /// What a platform has without the feedstock's files.
  mutating func note(pinning: V0VariantFile, _ spec: VariantSpec) {
    known.formUnion(spec.values.keys)
    known.formUnion(pinning.entries.map(\.key))
  }

  mutating func note(known keys: [String]) { known.formUnion(keys) }

  private mutating func note(_ key: String, at place: SourceLocation) {
    if own[key] == nil { own[key] = Key(place: place) }
  }

  private mutating func checkGroups(
    _ given: Set<String>, _ spec: VariantSpec, _ place: (String) -> SourceLocation?
  ) {
    for group in spec.zipGroups {
      let missing = group.filter { !given.contains($0) }
      guard !missing.isEmpty, missing.count < group.count else { continue }
      for key in group where given.contains(key) {
        // Where there is one row, nothing can meet the wrong one.
        let isSingle = (spec.values[key]?.count ?? 0) < 2
        let isTaken = spec.places[key] == place(key)
        if isTaken, isSingle { continue }
        add(.halfOverriddenGroup(key, missing, isTaken: isTaken, at: place(key)))
      }
    }
  }

  /// After a platform's jobs are known: a key that is zipped with a used one has a use, too.
  mutating func note(used: Set<String>, _ spec: VariantSpec) {
    for key in own.keys {
      let group = spec.zipGroups.first { $0.contains(key) } ?? [key]
      if group.contains(where: used.contains) { own[key]?.isUsed = true }
    }
  }

  /// After all platforms.
  mutating func finish(_ recipe: FeedstockRecipe) {
    let unused = own.filter { !$0.value.isUsed && !Self.standing.contains($0.key) }
    guard !unused.isEmpty else { return }
    let named: Set<String>
    switch recipe.content {
    case .v0(let recipe): named = recipe.mentionedKeys(among: Array(unused.keys))
    case .v1(let recipe): named = Set(recipe.uses.flatMap(\.names))
    }
    for (key, entry) in unused.sorted(by: { $0.value.place < $1.value.place })
    where !named.contains(key) {
      let candidates = known.contains(key) ? [] : known.union(named).sorted()
      add(.unusedVariantKey(key, nearest: nearest(to: key, in: candidates), at: entry.place))
    }
  }
}

extension Diagnostic {
  static func emptyVariantList(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(key)' has an empty list, which says nothing",
      remedy: "give it values, or take the key out")
  }

  static func halfOverriddenGroup(
    _ key: String, _ missing: [String], isTaken: Bool, at place: SourceLocation?
  ) -> Diagnostic {
    let others = missing.joined(separator: ", ")
    return Diagnostic(
      .warning, at: place,
      "'\(key)' goes with \(others), which this file doesn't give: "
        + (isTaken ? "its values meet theirs by position only" : "it is passed over"),
      remedy: "give values of \(others) in the same file, row by row")
  }

  static func unusedVariantKey(
    _ key: String, nearest: String?, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      nearest == nil ? .note : .warning, at: place, "no build uses the key '\(key)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "take it out, or use it in the recipe")
  }

  static func flowListDropped(_ key: String, _ list: String, at place: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .warning, at: place,
      "conda-build takes '[\(list)]' for a selector and drops it: "
        + (key == "-" ? "this item is empty" : "'\(key)' gets no values here"),
      remedy: "write a value a line, with '- ' before each")
  }

  static func tooManyVariantValues(
    _ key: String, _ count: Int, limit: Int, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(key)' has \(count) values, and no more than \(limit) are builds of anything",
      remedy: "check the list")
  }
}
