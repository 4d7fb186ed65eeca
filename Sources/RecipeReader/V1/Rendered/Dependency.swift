extension V1 {
  /// A rendered requirement.
  package enum Dependency: Hashable, Sendable {
    case spec(Spec)
    case pin(Pin)

    /// The package in lower case, if the requirement is about one.
    package var name: String? {
      switch self {
      case .spec(let spec): spec.name
      case .pin(let pin): pin.name.lowercased()
      }
    }

    var subpackagePin: Pin? {
      if case .pin(let pin) = self, pin.kind == .subpackage { pin } else { nil }
    }

    var tree: Tree {
      switch self {
      case .spec(let spec): return .string(spec.text)
      case .pin(let pin):
        var fields = Fields([("name", .string(pin.name))])
        fields.add("lower_bound", pin.lowerBound)
        fields.add("upper_bound", pin.upperBound)
        fields.add("exact", flag: pin.isExact)
        fields.add("build", pin.build)
        return .fields(Fields([(pin.kind.rawValue, .fields(fields))]))
      }
    }
  }

  /// Rendered requirements.
  package struct Dependencies: Hashable, Sendable {
    package var build: [Dependency] = []
    package var host: [Dependency] = []
    package var run: [Dependency] = []
    package var runConstraints: [Dependency] = []
    /// By kind (`weak`, `strong`, …), in the engine's order.
    package var runExports: [Exports] = []
    package var ignoredByName: [String] = []
    package var ignoredFromPackage: [String] = []

    package struct Exports: Hashable, Sendable {
      package let kind: String
      package let dependencies: [Dependency]
    }

    var exported: [Dependency] { runExports.flatMap(\.dependencies) }

    /// Build and host requirements that are a name and nothing else.
    var freeNames: Set<String> {
      var names: Set<String> = []
      for case .spec(let spec) in build + host where spec.isFree {
        if let name = spec.name { names.insert(VariantKey.normalized(name)) }
      }
      return names
    }

    /// Outputs of the same recipe that are pinned to their very build, each once.
    var exactSubpackages: [Pin] {
      var pins: [Pin] = []
      for dependency in build + host + run + runConstraints + exported {
        guard let pin = dependency.subpackagePin, pin.isExact else { continue }
        let key = VariantKey.normalized(pin.name.lowercased())
        if !pins.contains(where: { VariantKey.normalized($0.name.lowercased()) == key }) {
          pins.append(pin)
        }
      }
      return pins
    }

    var fields: Fields {
      var fields = Fields()
      for (name, list) in [
        ("build", build), ("host", host), ("run", run), ("run_constraints", runConstraints),
      ] where !list.isEmpty {
        fields.add(name, .list(list.map(\.tree)))
      }
      fields.add(
        "run_exports",
        Fields(
          runExports.filter { !$0.dependencies.isEmpty }
            .map { ($0.kind, .list($0.dependencies.map(\.tree))) }))
      var ignored = Fields()
      ignored.add("by_name", texts: ignoredByName)
      ignored.add("from_package", texts: ignoredFromPackage)
      fields.add("ignore_run_exports", ignored)
      return fields
    }
  }
}
