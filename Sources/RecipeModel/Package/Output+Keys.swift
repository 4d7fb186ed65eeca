extension Output {
  /// Every key that decides anything about the output in any build.
  package var allKeys: Set<VariantKey> {
    keysOfRequirements.union(build.variant.useKeys.map(\.value))
      .subtracting(build.variant.ignoreKeys.map(\.value))
  }

  /// The keys that the recipe's text reads, where build tools see them.
  package var keysOfRequirements: Set<VariantKey> {
    var keys = Set(conditions.flatMap(\.value.keys))
    keys.formUnion(build.number?.offsets.flatMap(\.condition.keys) ?? [])
    for text in build.string.guarded() { keys.formUnion(text.value.value.keys) }
    return keys.union(requirements.keys { $0.guarded().map(\.value) })
  }

  /// The keys that scripts test when they run.
  package var scriptKeys: Set<VariantKey> {
    (build.script?.variantKeys ?? []).union(filesForSomeBuilds.flatMap(\.value.keys))
  }

  /// The conditions of all its lists and of its skips.
  package var conditions: [Located<Condition>] {
    build.skip + requirements.sections.flatMap { $0.items.conditions() }
      + requirements.runExports.sections.flatMap { $0.items.conditions() }
      + build.string.conditions() + build.dynamicLinking.missingDSOAllowlist.conditions()
      + build.commands.conditions() + build.environment.conditions()
      + tests.conditions() + sources.conditions() + build.variant.downPrioritize.conditions()
  }

  /// Whether a file is in the package is decided by the build script.
  private var filesForSomeBuilds: [Located<Condition>] {
    linkScripts.conditions() + activation.conditions() + environmentVariables.conditions()
  }
}

extension Recipe {
  package var allKeys: Set<VariantKey> {
    outputs.reduce(into: Set(sources.conditions().flatMap(\.value.keys))) {
      $0.formUnion($1.allKeys)
    }
  }
}
