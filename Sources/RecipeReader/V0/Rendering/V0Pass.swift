import Diagnostics
import YAML

/// Why a pass failed, and whether conda-build would go on without it.
struct V0PassFailure: Error {
  var finding: Diagnostic
  var isForgiven = false
}

/// One run of the template: Jinja, selectors once more, YAML.
struct V0Pass {
  private let run: V0Run
  private let selectors: SelectorNames
  private let selected: MappedText
  private let template: JinjaTemplate
  /// Whether the last run looked at what the one before had found out.
  private(set) var usedFacts = false
  private(set) var sawUndefined = false
  /// What only the package's source could tell.
  private(set) var missing: [String] = []
  /// Files that are not below the recipe's folder.
  private(set) var absent: [String] = []
  /// What the last run made of which text.
  private var last: (text: [UInt8], metadata: V0Metadata)?

  init(
    _ run: V0Run, _ selectors: SelectorNames, _ selected: MappedText, _ template: JinjaTemplate
  ) {
    self.run = run
    self.selectors = selectors
    self.selected = selected
    self.template = template
  }

  mutating func run(_ facts: V0Facts, isStrict: Bool) throws(V0PassFailure) -> V0Metadata {
    let runtime = PythonRuntime(limits: run.settings.limits)
    let companions = V0Companions(run.recipe.companions)
    let names = run.names(selectors, facts, companions)
    let context = JinjaContext(
      isStrict: isStrict, runtime: runtime, names: { names.value($0) },
      template: { (name) throws(PythonError) in try companions.template(name) })
    let made: MappedText
    do throws(PythonError) {
      made = try template.rendered(with: context)
    } catch {
      throw V0PassFailure(
        finding: .templateError(error, at: run.location(error, in: selected)),
        isForgiven: isStrict && error.isTemplateError)
    }
    usedFacts = names.usesFacts
    sawUndefined = runtime.sawUndefined
    for what in companions.missing + names.sourceNames.sorted() where !missing.contains(what) {
      missing.append(what)
    }
    absent += companions.absent.filter { !absent.contains($0) }
    if let last, last.text == made.bytes { return last.metadata }
    do throws(Diagnostic) {
      let metadata = try parse(made)
      last = (made.bytes, metadata)
      return metadata
    } catch {
      throw V0PassFailure(finding: error)
    }
  }

  private func parse(_ made: MappedText) throws(Diagnostic) -> V0Metadata {
    let final = try run.select(SelectorText(made.bytes), selectors) {
      selected.source(of: made.source(of: $0))
    }
    var places = V0Places(
      file: run.recipe.file, steps: [final, made, selected], source: run.recipe.source)
    let node: YAMLNode
    var warnings: [Diagnostic] = []
    do throws(Diagnostic) {
      node = try YAMLReader(file: run.recipe.file, options: .pyyaml)
        .document(bytes: final.bytes, warnings: &warnings)
    } catch {
      throw error.moved { places.location($0) }
    }
    for warning in warnings.map({ $0.moved { places.location($0) } })
    where !run.findings.contains(warning) {
      run.findings.append(warning)
    }
    let root = RenderedNode(node, &places)
    var metadata = V0Metadata(file: run.recipe.file)
    switch root.value {
    case .map(let map): metadata.root = map
    case .null: break
    default: throw .recipeNotMapping(at: metadata.location(root.place))
    }
    try metadata.checkSections()
    try metadata.clean()
    return metadata
  }
}

extension Diagnostic {
  /// With all its places led elsewhere.
  func moved(_ lead: (SourceLocation) -> SourceLocation) -> Diagnostic {
    var result = self
    result.location = location.map(lead)
    result.notes = notes.map { Note($0.message, at: $0.location.map(lead)) }
    return result
  }
}
