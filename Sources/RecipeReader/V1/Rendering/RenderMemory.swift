import Diagnostics

extension V1 {
  /// What one rendering of a recipe leaves for the next: most of a recipe is the same for all variants.
  ///
  /// A part that asked for no name that varies comes out the same again, and is not rendered again.
  struct RenderMemory: Sendable {
    /// Names whose value differs between the variants, and those that `context:` makes of them.
    private(set) var varying: Set<String> = []
    /// Whether remembering is worth its while.
    private(set) var isActive = false
    private var parts: [Key: Part] = [:]
    /// By output.
    var packages: [Int: [KnownPackage]] = [:]
    /// Parsed requirements, by the text that a template made.
    var dependencies: [String: Dependency] = [:]

    /// Which part of the recipe: an output's section, and which item of it.
    struct Key: Hashable, Sendable {
      let output: Int
      let section: Section
      let index: Int
    }

    enum Section: Sendable {
      case about, build, extra, plan, sources, test
      case buildRequirements, hostRequirements, runRequirements, runConstraints
    }

    private struct Part: Sendable {
      let result: any Sendable
      let accessed: Set<String>
    }

    /// Forgets all parts before combinations among which other names may vary.
    mutating func begin(_ combinations: [Combination], hasOutputs: Bool) {
      parts = [:]
      packages = [:]
      varying = Self.varying(among: combinations)
      isActive =
        (combinations.count > 1 || hasOutputs)
        && varying.isDisjoint(with: ["target_platform", "host_platform", "build_platform"])
    }

    private static func varying(among combinations: [Combination]) -> Set<String> {
      guard let first = combinations.first, combinations.count > 1 else { return [] }
      var names: Set<String> = []
      for other in combinations.dropFirst() {
        if other.hasKeys(of: first) {
          for (a, b) in zip(first.entries, other.entries)
          where !a.value.equals(b.value) || a.value.kind != b.value.kind {
            names.insert(a.key.normalized)
          }
        } else {
          for entry in first.entries + other.entries {
            guard let a = first[entry.key], let b = other[entry.key], a.equals(b), a.kind == b.kind
            else {
              names.insert(entry.key.normalized)
              continue
            }
          }
        }
      }
      return names
    }

    /// A name that `context:` defines varies with the names that its value asked for.
    mutating func note(definition name: String, accessed: Set<String>) {
      if !accessed.isDisjoint(with: varying) { varying.insert(name) }
    }

    func result<Result>(of key: Key) -> (result: Result, accessed: Set<String>)? {
      guard let part = parts[key], let result = part.result as? Result else { return nil }
      return (result, part.accessed)
    }

    mutating func keep(_ result: some Sendable, of key: Key, accessed: Set<String>) {
      guard accessed.isDisjoint(with: varying) else { return }
      parts[key] = Part(result: result, accessed: accessed)
    }
  }
}

extension V1.Combination {
  fileprivate func hasKeys(of other: Self) -> Bool {
    entries.count == other.entries.count
      && zip(entries, other.entries).allSatisfy { $0.key == $1.key }
  }
}

extension V1.Renderer {
  /// What `render` makes of a part, or what it made of it for another variant.
  mutating func remembered<Result: Sendable>(
    _ section: V1.RenderMemory.Section, at index: Int = 0,
    _ render: (inout Self) throws -> Result
  ) throws(Diagnostic) -> Result {
    do {
      guard memory.isActive else { return try render(&self) }
      let key = V1.RenderMemory.Key(output: output, section: section, index: index)
      if let known: (result: Result, accessed: Set<String>) = memory.result(of: key) {
        evaluator.note(known: known.accessed)
        return known.result
      }
      let before = evaluator.accessed
      evaluator.restore(accesses: [])
      let result = try render(&self)
      memory.keep(result, of: key, accessed: evaluator.accessed)
      evaluator.note(known: before)
      return result
    } catch {
      throw Diagnostic(error)
    }
  }
}
