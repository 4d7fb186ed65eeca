package import Conda
package import RecipeModel

/// One build of one output: no conditions left.
package struct RenderedOutput: Hashable, Sendable {
  package var name: String
  package var version: String
  package var platform: Platform
  /// Only the keys that the build reads.
  package var values: [VariantKey: String]
  package var number: Int
  /// As far as it is known before the hash is: `{hash}` stands for that.
  package var string: String?
  package var requirements: [Section]

  package struct Section: Hashable, Sendable {
    package var name: String
    package var lines: [RenderedRequirement]
  }

  /// What tells builds apart.
  var identity: [String] {
    [name, platform.subdir] + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}

/// A requirement as a build tool resolves it before solving: pins stay symbolic.
package enum RenderedRequirement: Hashable, Sendable {
  case spec(String)
  case pinSubpackage(PackagePin)
  case pinCompatible(PackagePin)
}

extension Output {
  func rendered(in context: VariantContext, of recipe: Recipe) -> RenderedOutput {
    let number = build.number?.value(in: context) ?? recipe.buildNumber.value
    func resolve(_ reference: Reference) -> String {
      switch reference {
      case .version: version?.value ?? recipe.version.value
      case .buildNumber: String(number)
      case .hash: "{hash}"
      case .targetPlatform: context.platform.subdir
      case .variant(let key): context.values[key] ?? ""
      case .digits(let key): (context.version(of: key) ?? "").filter { $0 != "." }
      }
    }
    let sections = requirements.sections.map { section in
      RenderedOutput.Section(
        name: section.name,
        lines: section.items.resolved(in: context).map {
          $0.value.rendered(in: context, resolve: resolve)
        })
    }
    return RenderedOutput(
      name: name.value, version: version?.value ?? recipe.version.value,
      platform: build.noarch == nil ? context.platform : Platform("noarch"),
      values: usedValues(in: context), number: number,
      string: build.string.resolved(in: context).first?.value.resolved(resolve),
      requirements: sections)
  }

  /// The values of the keys that this build reads, choices that aren't taken left out.
  private func usedValues(in context: VariantContext) -> [VariantKey: String] {
    var keys = Set(conditions.flatMap(\.value.keys))
    keys.formUnion(requirements.keys { $0.resolved(in: context) })
    for text in build.string.resolved(in: context) { keys.formUnion(text.value.keys) }
    keys.formUnion(build.number?.offsets.flatMap(\.condition.keys) ?? [])
    keys.formUnion(build.variant.useKeys.map(\.value))
    keys.subtract(build.variant.ignoreKeys.map(\.value))
    if build.noarch != nil { keys.remove(.python) }
    return context.values.filter { keys.contains($0.key) }
  }
}

extension Requirement {
  func rendered(
    in context: VariantContext, resolve: (Reference) -> String
  ) -> RenderedRequirement {
    switch self {
    case .package(let spec): .spec(spec.resolved(resolve))
    case .compiler(let language): .spec(tool("\(language)_compiler", language, in: context))
    case .stdlib(let language): .spec(tool("\(language)_stdlib", language, in: context))
    case .pinSubpackage(let pin): .pinSubpackage(pin)
    case .pinCompatible(let pin): .pinCompatible(pin)
    }
  }

  /// `gxx_linux-64 15.*`: the variant's tool for the platform in its version.
  private func tool(_ key: String, _ language: String, in context: VariantContext) -> String {
    let name = context.values[VariantKey(key)] ?? language
    let package = "\(name)_\(context.platform)"
    return context.values[VariantKey("\(key)_version")].map { "\(package) \($0).*" } ?? package
  }
}
