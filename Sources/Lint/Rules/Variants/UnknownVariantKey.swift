import Diagnostics
import RecipeModel

/// A key that neither the recipe nor conda-forge's pinning gives a value: conditions on it never
/// hold, and neither build tool says so.
enum UnknownVariantKey: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let known = recipe.knownKeys
    return recipe.keyUses.compactMap { key, place in
      guard !known.contains(key) else { return nil }
      let near = nearest(to: key.name, in: known.map(\.name).sorted())
      return .unknownVariantKey(key, near: near, at: place)
    }
  }
}

extension CheckedRecipe {
  /// Every place that names a variant key.
  var keyUses: [(key: VariantKey, place: SourceLocation?)] {
    var uses: [(key: VariantKey, place: SourceLocation?)] = []
    func add(_ keys: Set<VariantKey>, _ place: SourceLocation?) {
      uses += keys.sorted().map { ($0, place) }
    }
    for output in outputs {
      for placed in output.conditions {
        add(placed.condition.keys, placed.location ?? output.location)
      }
      for string in output.output.build.string.guarded() {
        add(string.value.value.keys, string.value.location ?? output.location)
      }
      for line in output.lines { add(line.spec?.keys ?? [], line.location) }
      let variant = output.output.build.variant
      for key in variant.useKeys + variant.ignoreKeys where key.location != nil {
        add([key.value], key.location)
      }
    }
    for source in sources {
      if case .url(let addresses, _) = source.value.origin {
        for address in addresses { add(address.value.keys, address.location ?? source.location) }
      }
    }
    return uses
  }
}

extension Diagnostic {
  static func unknownVariantKey(
    _ key: VariantKey, near: String?, at place: SourceLocation?
  ) -> Diagnostic {
    let isCUDA = key.name.lowercased().hasPrefix("cuda")
    let remedy =
      isCUDA
      ? "write CUDA.version, whose values CUDAVersions gives"
      : near.map { "did you mean '\($0)'?" }
        ?? "give it values: Variants { Axis(VersionKey(\"\(key)\"), […]) }"
    // A key that resembles none may be one of conda-forge's many that GeNN recipes don't use.
    let mayExist = !isCUDA && near == nil && EnvironmentName.isValid(key.name)
    return Diagnostic(
      mayExist ? .warning : .error, at: place,
      "no variant has a key '\(key)', so it never has a value", remedy: remedy)
  }
}
