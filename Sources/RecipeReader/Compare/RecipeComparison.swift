/// What two recipes build differently, package by package and variant by variant.
package struct RecipeComparison: Sendable {
  package struct Difference: Hashable, Sendable {
    /// The package's name.
    package var package: String
    /// The variants that show it, each by the keys that tell the package's builds apart.
    package var variants: [[String: String]]
    /// How many builds the package has.
    package var count: Int
    /// In `recipe.yaml`'s names.
    package var field: String
    package var left: [String]
    package var right: [String]

    /// `pygenn where cuda_compiler_version is 12.9 (5 of 15 builds)`
    package var title: String {
      guard variants.count < count else {
        return count == 1 ? package : "\(package), all \(count) builds"
      }
      let common = variants.dropFirst().reduce(variants.first ?? [:]) { common, variant in
        common.filter { variant[$0.key] == $0.value }
      }
      let texts = common.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value)" }
      let place = texts.isEmpty ? "" : " where \(texts.joined(separator: ", "))"
      return "\(package)\(place) (\(variants.count) of \(count) builds)"
    }
  }

  package private(set) var differences: [Difference] = []

  package var isEqual: Bool { differences.isEmpty }

  /// For each package the keys that tell its builds apart.
  private let telling: [String: Set<String>]
  private let counts: [String: Int]

  package init(_ left: [ComparableBuild], _ right: [ComparableBuild]) {
    telling = Self.tellingKeys(left).merging(Self.tellingKeys(right)) { $0.union($1) }
    counts = Dictionary(grouping: left, by: \.name).mapValues(\.count)
      .merging(Dictionary(grouping: right, by: \.name).mapValues(\.count)) { max($0, $1) }
    var rest = right
    for build in left {
      guard let index = Self.match(for: build, in: rest) else {
        add(build, "package", ["built"], [])
        continue
      }
      compare(build, rest.remove(at: index))
    }
    for build in rest { add(build, "package", [], ["built"]) }
  }

  private static func tellingKeys(_ builds: [ComparableBuild]) -> [String: Set<String>] {
    Dictionary(grouping: builds, by: \.name).mapValues { builds in
      let keys = Set(builds.flatMap(\.variant.keys))
      return keys.filter { key in Set(builds.map { $0.variant[key] }).count > 1 }
    }
  }

  /// Of the packages of that name the one whose variant agrees in most of the keys that both have.
  private static func match(for build: ComparableBuild, in others: [ComparableBuild]) -> Int? {
    var best: (index: Int, score: Int)?
    for (index, other) in others.enumerated() where other.name == build.name {
      let shared = build.variant.filter { other.variant[$0.key] != nil }
      let score = shared.reduce(0) { $0 + (other.variant[$1.key] == $1.value ? 1 : -8) }
      if score > best?.score ?? Int.min { best = (index, score) }
    }
    return best?.index
  }

  private mutating func compare(_ a: ComparableBuild, _ b: ComparableBuild) {
    for field in Set(a.fields.keys).union(b.fields.keys).sorted() {
      let values = (a.fields[field] ?? [], b.fields[field] ?? [])
      guard values.0 != values.1 else { continue }
      let isList = values.0.count > 1 || values.1.count > 1
      add(
        a, field, isList ? values.0.filter { !values.1.contains($0) } : values.0,
        isList ? values.1.filter { !values.0.contains($0) } : values.1)
    }
  }

  /// The same difference of several builds is one.
  private mutating func add(
    _ build: ComparableBuild, _ field: String, _ left: [String], _ right: [String]
  ) {
    let variant = build.variant.filter { telling[build.name]?.contains($0.key) ?? false }
    if let index = differences.firstIndex(where: {
      $0.package == build.name && $0.field == field && $0.left == left && $0.right == right
    }) {
      differences[index].variants.append(variant)
    } else {
      differences.append(
        Difference(
          package: build.name, variants: [variant], count: counts[build.name] ?? 1, field: field,
          left: left, right: right))
    }
  }
}
