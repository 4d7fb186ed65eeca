import Conda
import Diagnostics
import RecipeReader
import YAML

/// One package as both readers give it, ready for print.
struct RenderedRecipe: Hashable {
  var name: String?
  var version: String?
  var platform: Platform
  var noarch: String?
  var buildNumber: Int?
  var buildString: String?
  var isSkipped: Bool
  /// The variant's keys that made a difference.
  var variant: JSONText
  var tree: JSONText

  init(_ package: V0Package, on platform: Platform) {
    name = package.name
    version = package.version
    self.platform = platform
    noarch = package.noarch
    buildNumber = package.buildNumber
    buildString = package.buildString
    isSkipped = false
    variant = .object(
      package.usedVariant.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    tree = JSONText(package.metadata)
  }

  init(_ output: V1.RenderedOutput, on platform: Platform) {
    name = output.name
    version = output.version
    self.platform = platform
    noarch = output.noarch.map { "\($0)" }
    buildNumber = Int(exactly: output.buildNumber)
    buildString = output.buildString
    isSkipped = output.isSkipped
    variant = JSONText(output.usedVariant.tree)
    tree = JSONText(.fields(output.tree))
  }

  private init(skippedOn platform: Platform) {
    self.platform = platform
    isSkipped = true
    (variant, tree) = (.object([]), .object([]))
  }

  /// A `meta.yaml` that skips this variant names no packages.
  static func skipped(on platform: Platform) -> Self { Self(skippedOn: platform) }

  var json: JSONText {
    [
      "name": .optional(name), "version": .optional(version), "platform": .string(platform.subdir),
      "noarch": .optional(noarch), "build_number": buildNumber.map { .integer($0) } ?? .null,
      "build_string": .optional(buildString), "skipped": .bool(isSkipped), "variant": variant,
      "recipe": tree,
    ]
  }

  /// A YAML document, with what is not in the recipe as comments above it.
  var yaml: String {
    var header: [YAMLLine] = []
    if let name, let version {
      header.append(
        .comment(
          "\(platform): \(name) \(version) \(buildString ?? "")\(isSkipped ? ", skipped" : "")"))
    } else {
      header.append(.comment("\(platform): skipped"))
    }
    if case .object(let members) = variant, !members.isEmpty {
      let values = members.map { "\($0.name) \($0.value.commentText)" }
      header.append(.comment("variant: \(values.joined(separator: ", "))"))
    }
    header.append(.blank)
    guard case .object(let members) = tree, !members.isEmpty else {
      return YAMLWriter(.recipe).text(of: .mapping([]), header: header)
    }
    return YAMLWriter(.recipe).text(of: YAMLBlock(tree), header: header)
  }
}

extension JSONText {
  /// Text without its quotes.
  fileprivate var commentText: String {
    if case .string(let text) = self { return text }
    return text(.compact)
  }
}
