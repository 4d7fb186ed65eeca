import Conda
import Diagnostics
import RecipeReader

extension PlatformBuilds {
  /// The builds of a `meta.yaml`, as conda-build tells them apart for conda-smithy.
  mutating func add(
    _ recipe: V0Recipe, _ spec: VariantSpec, platform: Platform, environment: [String: String],
    _ patterns: V0UsagePatterns
  ) throws(Diagnostic) {
    var settings = V0Settings(environment: environment)
    settings.findsTopLevelKeys = true
    settings.usagePatterns = patterns
    let lists = spec.lists
    let cache = V0RenderMemory()
    let render = { (values: [String: String]) in
      recipe.rendered(
        for: V0Variant(values, lists: lists), platform: platform, settings: settings,
        memory: cache)
    }
    let firstVariant = grid.first
    let first = render(firstVariant)
    // For that look conda-smithy has put the recipe's own variants away, and the pinning isn't asked.
    if recipe.isNoarchAtFirst(platform: platform, settings: settings) { keepNewestPython() }
    let recipeKeys = first.recipeKeys.filter(grid.varies)
    var known: [VariantGrid.Choice: V0Rendering] = [:]
    if grid.first == firstVariant { known[[:]] = first }
    var used = recipeKeys.union(first.mentionedKeys.filter(grid.varies))
    while true {
      guard let choices = grid.choices(over: used, limit: Self.limit) else {
        throw .tooManyJobs(limit: Self.limit, at: SourceLocation(file: recipe.file, line: 1))
      }
      var more = used
      var renderings: [(variant: [String: String], rendering: V0Rendering)] = []
      for choice in choices {
        let variant = grid.variant(of: choice)
        let rendering = known[choice] ?? render(variant)
        known[choice] = rendering
        more.formUnion(rendering.mentionedKeys.filter(grid.varies))
        renderings.append((variant, rendering))
      }
      if more == used || more.isSubset(of: used) {
        renderedVariants = known.count
        var lines: [Int: String] = [:]
        for (variant, rendering) in renderings {
          add(rendering, variant, recipeKeys)
          for skip in rendering.skips {
            let text = lines[skip.place.line] ?? recipe.line(skip.place.line)
            lines[skip.place.line] = text
            skips.append(
              Skip(output: skip.output, place: skip.place, text: text, variant: variant))
          }
        }
        return
      }
      used = more
    }
  }

  private mutating func add(
    _ rendering: V0Rendering, _ variant: [String: String], _ recipeKeys: Set<String>
  ) {
    add(rendering.findings)
    var chosen: [String: String] = [:]
    for key in recipeKeys { chosen[key] = variant[key] }
    let rows = grid.rows(agreeingWith: chosen)
    for package in rendering.packages {
      let extra = package.metadata["extra"]?["feedstock-name"]?.text
      builds.append(
        Build(
          name: package.name,
          distribution: "\(package.name)-\(package.version)-\(package.buildString)",
          isNoarch: package.noarch != nil, used: Set(package.usedVariant.keys),
          topLevelUsed: package.topLevelKeys, variant: variant, rows: rows,
          feedstockName: extra ?? package.name))
    }
  }

  /// A package for all platforms is built with the newest Python.
  private mutating func keepNewestPython() {
    var newest: (text: String, version: Version)?
    for value in grid.values(of: "python") {
      guard let version = try? Version(String(value.prefix { $0 != " " })) else { continue }
      if newest.map({ $0.version < version }) ?? true { newest = (value, version) }
    }
    if let newest { grid.keep("python") { $0 == newest.text } }
  }
}
