import RecipeReader
import Verifier

/// A recipe's outputs, sorted into the variants that are built one by one.
///
/// Each output was rendered for combinations of its own keys. Those belong together whose combinations
/// don't contradict each other.
struct VariantGroups {
  struct Group {
    var outputs: [V1.RenderedOutput]
    /// `cuda_compiler_version=13.0`, of the keys that tell groups apart.
    var name: String
  }

  private(set) var all: [Group] = []

  init(_ outputs: [V1.RenderedOutput]) {
    var names: [String] = []
    for output in outputs where !names.contains(output.name) { names.append(output.name) }
    var seen: Set<[Int]> = []
    for (number, seed) in outputs.enumerated() {
      var values = seed.usedVariant.texts
      var members = [number]
      for name in names where name != seed.name {
        let other = outputs.indices.first {
          outputs[$0].name == name && Self.agree(values, outputs[$0].usedVariant.texts)
        }
        guard let other else { continue }
        values.merge(outputs[other].usedVariant.texts) { mine, _ in mine }
        members.append(other)
      }
      // In the order that they are built in.
      members.sort()
      if seen.insert(members).inserted {
        all.append(Group(outputs: members.map { outputs[$0] }, name: ""))
      }
    }
    nameGroups()
  }

  private static func agree(_ one: [String: String], _ other: [String: String]) -> Bool {
    other.allSatisfy { key, value in one[key, default: value] == value }
  }

  private mutating func nameGroups() {
    let values = all.map { group in
      group.outputs.reduce(into: [String: String]()) { all, output in
        all.merge(output.usedVariant.texts) { mine, _ in mine }
      }
    }
    let keys = Set(values.flatMap(\.keys)).sorted().filter { key in
      Set(values.map { $0[key] ?? "" }).count > 1
    }
    func names(_ shown: (String) -> String) -> [String] {
      values.map { values in
        keys.compactMap { key in values[key].map { "\(key)=\(shown($0))" } }.joined(separator: ",")
      }
    }
    // 3.11.* *_cpython is 3.11, as long as that tells them apart.
    var chosen = names { value in
      let word = String(value.prefix { $0 != " " })
      return word.hasSuffix(".*") ? String(word.dropLast(2)) : word
    }
    if Set(chosen).count < all.count { chosen = names { $0 } }
    for index in all.indices { all[index].name = chosen[index] }
  }
}
