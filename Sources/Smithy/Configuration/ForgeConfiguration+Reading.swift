package import Diagnostics
import YAML

extension ForgeConfiguration {
  /// Reads `conda-forge.yml`; an empty file stands for the defaults.
  package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    self.init()
    let stream = YAMLReader(file: file, options: .pyyaml).read(bytes: bytes)
    if let error = stream.findings.sorted.first(where: { $0.severity == .error }) { throw error }
    guard let root = stream.documents.first else { return }
    if case .scalar(let scalar) = root.content, Self.isNull(scalar) { return }
    guard let mapping = root.mapping else { throw .forgeFileNotMapping(at: root.location) }
    if let matrix = mapping["matrix"], matrix.scalar == nil { oldMatrix = matrix.location }
    if let image = mapping["docker"]?["image"] { throw .dockerImageSet(at: image.location) }
    try readPlatforms(mapping)
    readProviders(mapping["provider"], file)
    if let node = mapping["noarch_platforms"] {
      noarchPlatforms = Self.texts(node)
      for item in node.sequence?.items ?? [node] { checkPlatform(Self.text(item), item.location) }
    }
    for pair in mapping["os_version"]?.mapping?.pairs ?? [] {
      checkPlatform(pair.name, SourceLocation(pair.keySpan.start, in: file))
      osVersions[pair.name] = Self.texts(pair.value).first
    }
    recipeFolder = Self.text(mapping["recipe_dir"]) ?? recipeFolder
    while recipeFolder.hasSuffix("/") { recipeFolder.removeLast() }
    usesRattlerBuild = Self.text(mapping["conda_build_tool"]) == "rattler-build"
    forcesAzure = Self.flag(mapping["azure"]?["force"]) ?? false
    hostsRunnersItself = Self.flag(mapping["github_actions"]?["self_hosted"]) ?? false
    fallbackImage = Self.text(mapping["docker"]?["fallback_image"]) ?? fallbackImage
    for provider in ForgeProvider.allCases
    where Self.flag(mapping[provider.rawValue]?["upload_packages"]) == false {
      withoutUpload.insert(provider.rawValue)
    }
    let variables = [
      "compiler_stack": "CF_COMPILER_STACK", "min_py_ver": "CF_MIN_PY_VER",
      "max_py_ver": "CF_MAX_PY_VER", "min_r_ver": "CF_MIN_R_VER", "max_r_ver": "CF_MAX_R_VER",
      "config_version": "CONFIG_VERSION",
    ]
    for (key, variable) in variables {
      if let text = Self.text(mapping[key]) { environment[variable] = text }
    }
  }

  private mutating func readPlatforms(_ mapping: YAMLMapping) throws(Diagnostic) {
    for pair in mapping["build_platform"]?.mapping?.pairs ?? [] {
      guard let build = Self.text(pair.value) else { continue }
      for name in [pair.name, build] where !ForgePlatform.known.contains(name) {
        throw .unknownForgePlatform(name, at: pair.value.location)
      }
      if let index = buildPlatforms.firstIndex(where: { $0.target == pair.name }) {
        buildPlatforms[index].build = build
      }
    }
  }

  /// conda-smithy takes no notice of a platform that it doesn't know.
  private mutating func checkPlatform(
    _ name: String?, _ place: SourceLocation, also others: [String] = []
  ) {
    let known = ForgePlatform.known + others
    guard let name, !known.contains(name) else { return }
    findings.append(.forgePlatformIgnored(name, among: known, at: place))
  }

  private mutating func readProviders(_ node: YAMLNode?, _ file: String) {
    for pair in node?.mapping?.pairs ?? [] {
      checkPlatform(
        pair.name, SourceLocation(pair.keySpan.start, in: file), also: ["linux", "osx", "win"])
      var services = Self.texts(pair.value)
      if services == ["default"] || services == ["emulated"], pair.value.scalar != nil {
        services = [ForgeProvider.usual(for: pair.name)]
      } else if services == ["native"], let native = ForgeProvider.native[pair.name] {
        services = [native]
      }
      providers[pair.name] = services
    }
  }

  private static func isNull(_ scalar: YAMLScalar) -> Bool {
    if case .null = scalar.resolved(by: .pyyaml) { true } else { false }
  }

  private static func text(_ node: YAMLNode?) -> String? {
    guard let scalar = node?.scalar, !isNull(scalar) else { return nil }
    return scalar.text
  }

  private static func texts(_ node: YAMLNode) -> [String] {
    (node.sequence?.items ?? [node]).compactMap(text)
  }

  private static func flag(_ node: YAMLNode?) -> Bool? {
    guard case .bool(let flag)? = node?.scalar?.resolved(by: .pyyaml) else { return nil }
    return flag
  }
}
