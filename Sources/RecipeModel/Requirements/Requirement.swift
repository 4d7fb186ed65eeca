import Conda

/// One line of a recipe's dependencies.
package enum Requirement: Hashable, Sendable {
  /// A match spec: name, version and build string apart by single spaces.
  case package(Text)
  case compiler(String)
  case stdlib(String)
  case pinSubpackage(PackagePin)
  case pinCompatible(PackagePin)

  /// The package's name where the text says it.
  package var name: String? {
    switch self {
    case .package(let spec):
      guard case .literal(let head)? = spec.parts.first else { return nil }
      let name = head.prefix { $0 != " " && $0 != "=" && $0 != "<" && $0 != ">" && $0 != "[" }
      return name.isEmpty ? nil : String(name)
    case .compiler, .stdlib: return nil
    case .pinSubpackage(let pin), .pinCompatible(let pin): return pin.name
    }
  }

  /// The variant keys that it reads. In `build` and `host` a bare name is a key itself.
  package func keys(bareNamesCount: Bool) -> Set<VariantKey> {
    switch self {
    case .package(let spec):
      guard let literal = spec.literal else { return spec.keys }
      return bareNamesCount && literal == name ? [VariantKey(normalizing: literal)] : []
    case .compiler(let language):
      return [VariantKey("\(language)_compiler"), VariantKey("\(language)_compiler_version")]
    case .stdlib(let language):
      return [VariantKey("\(language)_stdlib"), VariantKey("\(language)_stdlib_version")]
    case .pinSubpackage, .pinCompatible: return []
    }
  }
}

extension VariantKey {
  /// Package names become keys with `_` for `-` and `.`.
  package init(normalizing name: String) {
    self.init(String(name.map { $0 == "-" || $0 == "." ? "_" : $0 }))
  }
}
