import Conda
import Diagnostics
import RecipeModel
import RecipeWriter

@testable import RecipeReader

/// One `meta.yaml`, rendered as it is and as its model is written.
struct V0RoundTrip {
  private(set) var verdict = "equal"
  private(set) var detail = ""
  /// What the model is written as.
  private(set) var recipe = "", swift = ""

  init(_ text: String, _ variant: V0Variant, _ platform: Platform) {
    let settings = V0Settings(environment: [:])
    let before = V0Recipe(text, file: "meta.yaml").rendered(
      for: variant, platform: platform, settings: settings)
    if let error = before.findings.first(where: { $0.severity == .error }) {
      verdict = "unrendered"
      detail = "\(error.id): \(error.message)"
      return
    }
    let (recipe, findings) = RecipeLift.v0(text, file: "meta.yaml")
    guard let recipe else {
      verdict = "unlifted"
      let finding = findings.all.first { $0.severity == .error }
      detail = "\(finding?.id ?? ""): \(finding?.message ?? "")"
      return
    }
    let files = Feedstock(recipe, format: .v0).files
    self.recipe = files.first { $0.path == "recipe/meta.yaml" }?.text ?? ""
    swift = SwiftWriter(recipe).declaration
    let after = V0Recipe(self.recipe, file: "meta.yaml").rendered(
      for: variant, platform: platform, settings: settings)
    compare(before, after, on: platform)
  }

  private mutating func compare(_ a: V0Rendering, _ b: V0Rendering, on platform: Platform) {
    if let error = b.findings.first(where: { $0.severity == .error }) {
      verdict = "different"
      detail = "render: \(error.id): \(error.message) \(error.location?.line ?? 0)"
      return
    }
    let comparison = RecipeComparison(
      a.packages.map { ComparableBuild($0, on: platform) },
      b.packages.map { ComparableBuild($0, on: platform) })
    if let first = comparison.differences.first {
      verdict = "different"
      detail = "\(first.field): \(first.left) | \(first.right)"
    }
    for (a, b) in zip(a.packages, b.packages) where a.buildString != b.buildString {
      verdict = "different"
      detail = "build: \(a.hashedText) | \(b.hashedText) \(detail)"
    }
    detail = String(detail.replacing("\n", with: "⏎").prefix(600))
  }
}
