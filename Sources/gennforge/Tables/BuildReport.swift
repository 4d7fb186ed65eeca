import Conda
import Diagnostics
import RecipeModel
import Variants

/// All builds of one recipe, with where their values come from.
struct BuildReport {
  var name: String
  var recipe: Recipe
  var matrices: [Matrix]
  private var axes: [VariantAxis]

  init(name: String, recipe: Recipe, platforms: [Platform]) {
    self.name = name
    self.recipe = recipe
    axes = recipe.completedVariants().axes
    matrices = platforms.map { recipe.matrix(on: $0) }
  }

  var text: String {
    var table = TextTable(["platform", "package", "build", "why"])
    var count = 0
    for matrix in matrices {
      for build in matrix.builds {
        count += 1
        table.add([
          matrix.platform.subdir, build.name, build.string ?? "{hash}_\(build.number)",
          reason(build),
        ])
      }
      for skipped in matrix.skipped {
        table.add([matrix.platform.subdir, skipped.output, "–", reason(skipped)])
      }
    }
    return "\(name) \(recipe.version.value): \(count) builds\n\n\(table.text)"
  }

  /// The values that set this build apart, each with the line or the pinning that it comes from.
  private func reason(_ build: RenderedOutput) -> String {
    let parts = axes.flatMap { axis -> [String] in
      guard axis.rows(on: build.platform).count > 1 else { return [] }
      let values = axis.keys.compactMap { key in build.values[key].map { "\(key) \($0)" } }
      return values.isEmpty ? [] : ["\(values.joined(separator: " + ")) (\(source(of: axis)))"]
    }
    return parts.isEmpty ? "the only one" : parts.joined(separator: ", ")
  }

  private func source(of axis: VariantAxis) -> String {
    axis.location.map { "\($0.file):\($0.line)" } ?? "conda-forge \(PinningSnapshot.date)"
  }

  private func reason(_ skipped: Matrix.Skipped) -> String {
    let values = skipped.context.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let place = skipped.reason.location.map { " at \($0.file):\($0.line)" } ?? ""
    let what = values.isEmpty ? "" : " for \(values.joined(separator: ", "))"
    return "skipped\(what)\(place)"
  }

  var json: JSONText {
    [
      "recipe": .string(name), "version": .string(recipe.version.value),
      "builds": .array(matrices.flatMap { $0.builds.map(\.json) }),
      "skipped": .array(
        matrices.flatMap { matrix in
          matrix.skipped.map { skipped in
            [
              "platform": .string(matrix.platform.subdir), "package": .string(skipped.output),
              "reason": .string(reason(skipped)),
            ]
          }
        }),
    ]
  }
}

extension RenderedOutput {
  var json: JSONText {
    [
      "package": .string(name), "version": .string(version), "platform": .string(platform.subdir),
      "number": .integer(number), "string": .optional(string),
      "variant": .object(
        values.sorted { $0.key < $1.key }.map { .init($0.key.name, .string($0.value)) }),
      "requirements": .object(
        requirements.filter { !$0.lines.isEmpty }.map {
          .init($0.name, .array($0.lines.map(\.json)))
        }),
    ]
  }
}

extension RenderedRequirement {
  /// Pins as the rattler-build engine shows them.
  var json: JSONText {
    switch self {
    case .spec(let spec): .string(spec)
    case .pinSubpackage(let pin): ["pin_subpackage": pin.json]
    case .pinCompatible(let pin): ["pin_compatible": pin.json]
    }
  }
}

extension PackagePin {
  fileprivate var json: JSONText {
    var members: [JSONText.Member] = [.init("name", .string(name))]
    if let lowerBound { members.append(.init("lower_bound", .string(lowerBound))) }
    if let upperBound { members.append(.init("upper_bound", .string(upperBound))) }
    if exact { members.append(.init("exact", true)) }
    return .object(members)
  }
}
