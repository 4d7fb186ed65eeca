extension V1 {
  /// An output as one variant has it, before that variant's own names and numbers are put in.
  struct PackageParts {
    let name: String
    let place: Place
    let version: String
    let parts: OutputParts
    let used: Combination
  }
}

extension V1.RenderMemory {
  /// What an output came out as, for the values of those names that vary and matter to it.
  struct KnownPackage {
    let values: [(name: String, variant: V1.Value?, context: V1.Value?)]
    let package: V1.PackageParts

    func fits(_ scope: V1.Scope) -> Bool {
      values.allSatisfy { value in
        Self.areSame(value.variant, scope.variant[value.name])
          && Self.areSame(value.context, scope.context[value.name])
      }
    }

    private static func areSame(_ a: V1.Value?, _ b: V1.Value?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return a.kind == b.kind && a.equals(b)
    }
  }

  func package(_ output: Int, in scope: V1.Scope) -> V1.PackageParts? {
    packages[output]?.first { $0.fits(scope) }?.package
  }

  mutating func keep(
    _ package: V1.PackageParts, of output: Int, names: some Sequence<String>, in scope: V1.Scope
  ) {
    guard isActive else { return }
    let values = names.map { ($0, scope.variant[$0], scope.context[$0]) }
    packages[output, default: []].append(KnownPackage(values: values, package: package))
  }
}
