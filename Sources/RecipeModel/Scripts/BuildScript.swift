/// The steps that build a package: `build.sh` on Unix, `build.bat` (`bld.bat` for conda-build) on
/// Windows.
package struct BuildScript: Hashable, Sendable {
  package var steps: [ScriptStep]

  package init(_ steps: [ScriptStep]) { self.steps = steps }

  /// The variant keys that the script tests. rattler-build hands a script only the keys that the
  /// recipe is known to use, and doesn't look into script files: these belong under
  /// `variant.use_keys`.
  package var variantKeys: Set<VariantKey> { steps.variantKeys }
}

extension [ScriptStep] {
  package var variantKeys: Set<VariantKey> {
    reduce(into: []) { keys, step in
      guard case .when(let condition, let then, let otherwise) = step.action else { return }
      keys.formUnion(condition.keys)
      keys.formUnion(then.variantKeys)
      keys.formUnion(otherwise.variantKeys)
    }
  }
}
