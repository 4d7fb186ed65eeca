extension [ScriptStep] {
  /// Without what none of the builds comes to.
  package func pruned(for builds: [VariantContext]) -> [ScriptStep] {
    flatMap { step -> [ScriptStep] in
      guard case .when(let condition, let then, let otherwise) = step.action else { return [step] }
      let taken = then.pruned(for: builds.filter { condition.holds(in: $0) })
      let left = otherwise.pruned(for: builds.filter { !condition.holds(in: $0) })
      if builds.allSatisfy({ !condition.holds(in: $0) }) { return left }
      return [.when(condition, taken, else: left, at: step.location)]
    }
  }
}
