package import Conda
package import Diagnostics
import YAML

/// A `meta.yaml`, which becomes a recipe only for one variant.
///
///     let recipe = V0Recipe(text, file: "recipe/meta.yaml")
///     let rendering = recipe.rendered(for: V0Variant(["python": "3.12.* *_cpython"]), platform: .linux64)
///     rendering.packages.first?.buildString   // "py312h2bc3f7f_0"
///
/// Line selectors are evaluated first, then Jinja, then selectors again, then YAML, as conda-build
/// does it. Pins that need a solved environment stay names, as in `conda render` without solving.
package struct V0Recipe: Sendable {
  package let file: String
  let source: V0Source
  let selectors: SelectorText
  let companions: [String: String]
  private let problem: Diagnostic?

  /// `companions` are the files beside the recipe by name, as far as they are text: build scripts,
  /// whose use of variables counts, and what the recipe includes or loads.
  package init(_ text: String, file: String, companions: [String: String] = [:]) {
    self.init(bytes: Array(text.utf8), file: file, companions: companions)
  }

  package init(bytes: [UInt8], file: String, companions: [String: String] = [:]) {
    self.file = file
    self.companions = companions
    problem = Self.problem(with: bytes, file: file)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = problem == nil ? (hasMark ? Array(bytes.dropFirst(3)) : bytes) : []
    source = V0Source(text)
    selectors = SelectorText(text)
  }

  /// Whether conda-build's first look, which knows no variant, takes it for one without platform.
  package func isNoarchAtFirst(platform: Platform, settings: V0Settings) -> Bool {
    guard PythonText.find(Array("noarch".utf8), in: source.bytes) != nil, problem == nil else {
      return false
    }
    let run = V0Run(self, V0Variant(), platform, settings, V0RenderMemory())
    return (try? run.firstLook())?.noarch != nil
  }

  private static let largest = 4 << 20

  /// Why bytes are no text of a recipe.
  package static func problem(with bytes: [UInt8], file: String) -> Diagnostic? {
    let start = SourceLocation(file: file, line: 1)
    if bytes.count > largest {
      return .recipeTooLarge(bytes.count, limit: largest, at: start)
    }
    if let zero = bytes.firstIndex(of: 0) {
      return .recipeNotText(at: SourceLocation(V0Source(bytes).mark(of: zero), in: file))
    }
    // Only whole characters are decoded as they stand.
    if String(validating: bytes, as: UTF8.self) == nil {
      return .recipeNotUnicode(at: SourceLocation(file: file, line: lineOfBadByte(bytes)))
    }
    return nil
  }

  private static func lineOfBadByte(_ bytes: [UInt8]) -> Int {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil {
      return index + 1
    }
    return 1
  }

  /// - Parameter memory: shared by renderings that differ in values, not in keys.
  package func rendered(
    for variant: V0Variant, platform: Platform, settings: V0Settings = V0Settings(),
    memory: V0RenderMemory = V0RenderMemory()
  ) -> V0Rendering {
    if let problem {
      var rendering = V0Rendering()
      rendering.findings = [problem]
      return rendering
    }
    return V0Run(self, variant, platform, settings, memory).rendering()
  }
}
