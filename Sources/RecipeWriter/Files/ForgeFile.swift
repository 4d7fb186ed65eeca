import Conda
import RecipeModel
import YAML

/// `conda-forge.yml`: what differs from conda-forge's defaults.
enum ForgeFile {
  static let name = "conda-forge.yml"

  /// The author's own file, with what a format needs.
  static func completed(_ text: String, format: RecipeFormat) -> String {
    guard format == .v1,
      !text.split(separator: "\n").contains(where: { $0.hasPrefix("conda_build_tool:") })
    else { return text }
    let lines = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    return lines + "conda_build_tool: rattler-build\n"
  }

  static func text(_ recipe: Recipe, format: RecipeFormat) -> String {
    var entries: [YAMLBlock.Entry] = []
    let builders = recipe.forge.buildPlatforms.sorted { $0.key < $1.key }
    if !builders.isEmpty {
      entries.append(
        .init(
          "build_platform",
          .mapping(builders.map { .init(YAMLText(key($0.key)), .string(key($0.value))) })))
    }
    if format == .v1 {
      entries.append(.init("conda_build_tool", "rattler-build"))
      entries.append(.init("conda_install_tool", "pixi"))
    }
    entries.append(.init("github", ["branch_name": "main", "tooling_branch_name": "main"]))
    let providers = recipe.forge.providers.sorted { $0.key < $1.key }
    if !providers.isEmpty {
      entries.append(
        .init(
          "provider",
          .mapping(providers.map { .init(YAMLText(key($0.key)), .string($0.value)) })))
    }
    if !builders.isEmpty { entries.append(.init("test", "native_and_emulated")) }
    return YAMLWriter(.config).text(of: .mapping(entries))
  }

  /// conda-smithy writes `linux_64` for `linux-64`.
  private static func key(_ platform: Platform) -> String {
    String(platform.subdir.map { $0 == "-" ? "_" : $0 })
  }
}
