/// What a package needs to be built and to run.
package struct Requirements: Hashable, Sendable {
  package var build: [Item<Requirement>] = []
  package var host: [Item<Requirement>] = []
  package var run: [Item<Requirement>] = []
  package var runConstraints: [Item<Requirement>] = []
  package var runExports = RunExports()
  package var ignoreRunExports = IgnoreRunExports()

  package init() {}

  /// The lists with their names in recipes, in recipes' order.
  package var sections: [(name: String, items: [Item<Requirement>])] {
    [("build", build), ("host", host), ("run", run), ("run_constraints", runConstraints)]
  }

  /// The variant keys that the lists' lines read, as far as `lines` keeps them.
  package func keys(
    lines: ([Item<Requirement>]) -> [Located<Requirement>]
  ) -> Set<VariantKey> {
    var keys: Set<VariantKey> = []
    for (name, items) in sections + runExports.sections {
      let bareNamesCount = name == "build" || name == "host"
      for line in lines(items) {
        keys.formUnion(line.value.keys(bareNamesCount: bareNamesCount))
      }
    }
    return keys
  }

  package var isEmpty: Bool {
    sections.allSatisfy(\.items.isEmpty) && runExports.isEmpty && ignoreRunExports.isEmpty
  }
}

/// What a package adds to the run requirements of those that are built with it.
package struct RunExports: Hashable, Sendable {
  package var weak: [Item<Requirement>] = []
  package var strong: [Item<Requirement>] = []
  package var noarch: [Item<Requirement>] = []
  package var weakConstraints: [Item<Requirement>] = []
  package var strongConstraints: [Item<Requirement>] = []

  package init() {}

  package var sections: [(name: String, items: [Item<Requirement>])] {
    [
      ("noarch", noarch), ("strong", strong), ("strong_constraints", strongConstraints),
      ("weak", weak), ("weak_constraints", weakConstraints),
    ]
  }

  package var isEmpty: Bool { sections.allSatisfy(\.items.isEmpty) }
}

/// Run exports that a package does without.
package struct IgnoreRunExports: Hashable, Sendable {
  package var byName: [Item<String>] = []
  package var fromPackage: [Item<Requirement>] = []

  package init() {}
  package var isEmpty: Bool { byName.isEmpty && fromPackage.isEmpty }
}
