import Conda

extension V1 {
  /// Which variables count as used by an output: rattler-build's releases changed it.
  package enum UsageRule: Sendable {
    /// All that its text mentions, in branches not taken too: before 0.58.
    case mentioned
    /// Those that rendering it asks for.
    case rendered

    package static let newest = rendered
  }

  /// Finds out which variables made a difference to a rendering.
  struct UsedVariant {
    let variant: Combination
    /// Names that `context:` defines.
    let contextNames: Set<String>
    /// Variant keys that `context:` itself asked for, perhaps to define them anew.
    let usedByContext: Set<String>
    let environmentKeys: [Set<String>]

    /// Keys that always count, if they have a value.
    static let always = ["target_platform", "channel_targets", "channel_sources"]

    /// Whether a name made a difference to what asked for some names.
    func isUsed(_ name: String, _ accessed: Set<String>, _ freeNames: Set<String>) -> Bool {
      accessed.contains(name) || freeNames.contains(name) || usedByContext.contains(name)
        || Self.always.contains(name) || environmentKeys.contains { $0.contains(name) }
    }

    /// For a recipe without outputs, the values are those from before `context:` replaced them.
    func combination(
      accessed: Set<String>, context: [String: Value], freeNames: Set<String>,
      requirements: Dependencies?, noarch: Noarch?, keepsOriginals: Bool
    ) -> Combination {
      var kept: [(key: VariantKey, value: Value)] = []
      for (key, value) in variant.entries {
        let name = key.normalized
        guard isUsed(name, accessed, freeNames),
          !contextNames.contains(name) || usedByContext.contains(name),
          !(noarch == .python && name == "python")
        else { continue }
        let isOriginal = keepsOriginals && usedByContext.contains(name)
        kept.append((VariantKey(name), isOriginal ? value : context[name] ?? value))
      }
      var used = Combination(sorted: kept)
      if noarch != nil { used[VariantKey("target_platform")] = .string("noarch") }
      for case .spec(let spec) in requirements?.run ?? [] {
        guard let name = spec.name, name.hasPrefix("__") else { continue }
        used[VariantKey(name)] = .string(spec.text)
      }
      return used
    }
  }
}
