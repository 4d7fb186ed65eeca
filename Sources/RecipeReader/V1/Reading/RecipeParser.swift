import Diagnostics

extension V1 {
  /// Makes a `Recipe` of YAML nodes, collecting what is wrong with it on the way.
  struct RecipeParser {
    let file: String
    var findings: [Diagnostic] = []
    var usedVariables: Set<String> = []
    /// Those of outputs that have been read.
    var outputVariables: Set<String> = []
    var freeSpecs: Set<String> = []
    var useKeys: [String] = []
    var uses: [KeyUse] = []

    init(file: String) { self.file = file }

    mutating func note(
      _ variables: [String], _ kind: KeyUse.Kind, _ source: String, _ place: Place
    ) {
      guard !variables.isEmpty else { return }
      usedVariables.formUnion(variables)
      uses.append(KeyUse(names: variables, kind: kind, source: source, place: place))
    }

    /// Reads something and tells which variables it mentions.
    mutating func withVariables<T>(
      _ read: (inout RecipeParser) throws(Diagnostic) -> T
    ) throws(Diagnostic) -> (T, variables: Set<String>) {
      let outside = usedVariables
      usedVariables = []
      defer { usedVariables = outside }
      let result = try read(&self)
      return (result, usedVariables)
    }

    func location(_ place: Place) -> SourceLocation { place.location(in: file) }

    /// The mapping that a section has to be; fields that it can't have become findings.
    mutating func mapping(
      _ node: Node, _ section: String, allowed: [String]? = nil
    ) throws(Diagnostic) -> Node.Mapping {
      guard case .mapping(let mapping) = node else {
        throw .unexpectedKind(
          of: section, node, expected: "a mapping", at: location(node.place))
      }
      guard let allowed else { return mapping }
      for (key, _) in mapping.entries where !allowed.contains(key.text) {
        findings.append(
          .unknownField(key.text, in: section, allowed: allowed, at: location(key.place)))
      }
      return mapping
    }

    /// What a field holds, if it is there and right.
    mutating func field<T>(
      _ name: String, of mapping: Node.Mapping,
      _ read: (inout RecipeParser, Node) throws -> T
    ) -> T? {
      guard let node = mapping[name] else { return nil }
      do {
        return try read(&self, node)
      } catch {
        findings.append(Diagnostic(error))
        return nil
      }
    }

    /// The same for a field that must be there.
    mutating func required<T>(
      _ name: String, of mapping: Node.Mapping, in section: String,
      _ read: (inout RecipeParser, Node) throws -> T
    ) -> T? {
      if mapping[name] == nil {
        findings.append(.missingField(name, in: section, at: location(mapping.place)))
      }
      return field(name, of: mapping, read)
    }
  }
}
