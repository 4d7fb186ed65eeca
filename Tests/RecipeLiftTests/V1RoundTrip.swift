import Conda
import Diagnostics
import RecipeModel
import RecipeWriter

@testable import RecipeReader

/// One `recipe.yaml`, rendered as it is and as its model is written.
struct V1RoundTrip {
  private(set) var verdict = "equal"
  private(set) var detail = ""
  private(set) var kept: [String] = []
  /// What the model is written as.
  private(set) var recipe = "", swift = ""

  /// `lift` may bring the recipe from elsewhere: from Swift that an import wrote.
  init(
    _ text: String, _ configuration: V1.VariantConfiguration, _ platforms: V1.Platforms,
    lift: (String) -> (recipe: Recipe?, findings: Findings) = {
      RecipeLift.v1($0, file: "recipe.yaml")
    }
  ) {
    let before: [V1.RenderedOutput]
    do {
      before = try Self.outputs(text, configuration, platforms)
    } catch {
      verdict = "unrendered"
      detail = "\(error.id): \(error.message)"
      return
    }
    let (recipe, findings) = lift(text)
    guard let recipe else {
      verdict = "different"
      detail = "lift: \(findings.all.first?.message ?? "")"
      return
    }
    kept = findings.all.filter { $0.id == "kept-as-text" }.map(\.message)
    let files = Feedstock(recipe, format: .v1).files
    let written = files.first { $0.path == "recipe/recipe.yaml" }?.text ?? ""
    self.recipe = written
    swift = SwiftWriter(recipe).declaration
    do {
      let after = try Self.outputs(written, configuration, platforms)
      compare(before, after)
    } catch {
      verdict = "different"
      detail = "render: \(error.id): \(error.message) \(error.location.map(\.line) ?? 0)"
    }
  }

  static func outputs(
    _ text: String, _ configuration: V1.VariantConfiguration, _ platforms: V1.Platforms
  ) throws(Diagnostic) -> [V1.RenderedOutput] {
    let (recipe, findings) = V1.Recipe.read(text, file: "recipe.yaml")
    guard let recipe else { throw findings.sorted[0] }
    return try recipe.render(configuration, for: platforms).outputs
  }

  private mutating func compare(_ a: [V1.RenderedOutput], _ b: [V1.RenderedOutput]) {
    guard a.count == b.count else {
      verdict = "different"
      detail = "outputs: \(a.map(\.buildString)) \(b.map(\.buildString))"
      return
    }
    for (a, b) in zip(a, b) {
      for entry in a.tree.entries where entry.name != "context" && verdict == "equal" {
        if b.tree[entry.name]?.sorted != entry.value.sorted {
          verdict = "different"
          detail = "\(entry.name): \(entry.value) | \(b.tree[entry.name].map { "\($0)" } ?? "")"
        }
      }
      for entry in b.tree.entries where a.tree[entry.name] == nil && entry.name != "context" {
        verdict = "different"
        detail = "added \(entry.name)"
      }
      if a.name != b.name || a.version != b.version || a.buildString != b.buildString
        || a.isSkipped != b.isSkipped
      {
        verdict = "different"
        detail = "build: \(a.name) \(a.buildString) | \(b.name) \(b.buildString) \(detail)"
      }
    }
    detail = String(detail.replacing("\n", with: "⏎").prefix(1500))
  }
}

extension V1.Tree {
  /// The order of keys says nothing.
  fileprivate var sorted: V1.Tree {
    switch self {
    case .fields(let fields):
      var result = V1.Fields()
      for entry in fields.entries.sorted(by: { $0.name < $1.name }) {
        result[entry.name] = entry.value.sorted
      }
      return .fields(result)
    case .list(let items): return .list(items.map(\.sorted))
    default: return self
    }
  }
}
