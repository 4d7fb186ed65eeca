/// What two recipes build differently, package by package and variant by variant.
package struct RecipeComparison: Sendable {
  package struct Difference: Hashable, Sendable {
    /// The package with its variant.
    package var build: String
    /// In `recipe.yaml`'s names.
    package var field: String
    package var left: [String]
    package var right: [String]
  }

  package private(set) var differences: [Difference] = []

  package var isEqual: Bool { differences.isEmpty }

  package init(_ left: [ComparableBuild], _ right: [ComparableBuild]) {
    var rest = right
    for build in left {
      guard let index = Self.match(for: build, in: rest) else {
        differences.append(
          Difference(
            build: build.title(besides: ["target_platform"]), field: "package", left: ["built"],
            right: []))
        continue
      }
      compare(build, rest.remove(at: index))
    }
    for build in rest {
      differences.append(
        Difference(
          build: build.title(besides: ["target_platform"]), field: "package", left: [],
          right: ["built"]))
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
    let title = a.title(besides: ["target_platform"])
    for field in Set(a.fields.keys).union(b.fields.keys).sorted() {
      let values = (a.fields[field] ?? [], b.fields[field] ?? [])
      guard values.0 != values.1 else { continue }
      let isList = values.0.count > 1 || values.1.count > 1
      differences.append(
        Difference(
          build: title, field: field,
          left: isList ? values.0.filter { !values.1.contains($0) } : values.0,
          right: isList ? values.1.filter { !values.0.contains($0) } : values.1))
    }
  }
}
