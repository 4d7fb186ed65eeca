import Conda
import Diagnostics
import YAML

/// One rendering of a recipe for one variant.
final class V0Run {
  let recipe: V0Recipe
  let variant: V0Variant
  let platform: Platform
  let settings: V0Settings
  let memory: V0RenderMemory
  var findings: [Diagnostic] = []
  /// The recipe's text with its selectors applied, once that is known.
  private(set) var selectedText = MappedText()

  init(
    _ recipe: V0Recipe, _ variant: V0Variant, _ platform: Platform, _ settings: V0Settings,
    _ memory: V0RenderMemory
  ) {
    self.memory = memory
    self.recipe = recipe
    self.variant = variant.completed(for: platform)
    self.platform = platform
    self.settings = settings
  }

  private var environment: [String: String] { settings.environment ?? [:] }
  private var buildPlatform: Platform { settings.buildPlatform ?? platform }

  func rendering() -> V0Rendering {
    var rendering = V0Rendering()
    do throws(Diagnostic) {
      let names = try selectorNames(platform)
      let metadata = try settled(names)
      noteEnvironment()
      _ = try V0Facts(metadata, environment: environment)
      let text = V0RecipeText(self, names)
      let usage = V0Usage(self, text)
      if settings.findsTopLevelKeys {
        rendering.mentionedKeys = usage.mentioned()
        rendering.recipeKeys = try usage.used(metadata)
      }
      if metadata.isSkipped {
        rendering.isSkipped = true
        rendering.skips = [.init(output: nil, place: metadata.location(of: "build", "skip"))]
      } else {
        let outputs = V0Outputs(self, metadata, text)
        rendering.packages = try outputs.packages(usage, skips: &rendering.skips)
      }
    } catch {
      findings.append(error)
    }
    rendering.findings = findings
    return rendering
  }

  /// The names that selectors know, on the platform or on none (`noarch`).
  func selectorNames(_ platform: Platform) throws(Diagnostic) -> SelectorNames {
    do throws(PythonError) {
      return try SelectorNames(
        variant: variant, platform: platform, buildPlatform: buildPlatform,
        environment: environment)
    } catch {
      throw .invalidVariant(error.message, at: SourceLocation(file: recipe.file, line: 1))
    }
  }

  // MARK: - Passes

  /// What one pass shows that takes nothing amiss.
  func firstLook() throws(Diagnostic) -> V0Metadata {
    var pass = try firstPass(try selectorNames(platform))
    do throws(V0PassFailure) {
      return try pass.run(V0Facts(), isStrict: false)
    } catch {
      throw error.finding
    }
  }

  private func firstPass(_ names: SelectorNames) throws(Diagnostic) -> V0Pass {
    let selected = try select(recipe.selectors, names) { $0 }
    selectedText = selected
    do throws(PythonError) {
      return V0Pass(self, names, selected, try memory.template(selected.bytes))
    } catch {
      throw .templateError(error, at: location(error, in: selected))
    }
  }

  /// Renders until what a pass finds out (`PKG_VERSION`) is what it was told.
  private func settled(_ names: SelectorNames) throws(Diagnostic) -> V0Metadata {
    var pass = try firstPass(names)
    var facts = V0Facts()
    var metadata = V0Metadata(file: recipe.file)
    for _ in 0..<5 {
      do throws(V0PassFailure) {
        metadata = try pass.run(facts, isStrict: false)
      } catch {
        throw error.finding
      }
      let next = try V0Facts(metadata, environment: environment)
      if !pass.usedFacts || next == facts || metadata.isSkipped { break }
      facts = next
    }
    if pass.sawUndefined, !metadata.isSkipped {
      do throws(V0PassFailure) {
        metadata = try pass.run(facts, isStrict: true)
      } catch {
        // conda-build keeps what it had, with nothing in place of the undefined name.
        guard error.isForgiven else { throw error.finding }
        metadata.isComplete = false
        findings.append(.undefinedName(error.finding.message, at: error.finding.location))
      }
    }
    for what in pass.missing {
      findings.append(.needsSource(what, at: place(of: what)))
    }
    for name in pass.absent { findings.append(.fileNotBesideRecipe(name, at: place(of: name))) }
    return metadata
  }

  /// `place` leads from the text to the recipe.
  func select(_ text: SelectorText, _ names: SelectorNames, _ place: (Int) -> Int)
    throws(Diagnostic) -> MappedText
  {
    do throws(SelectorFailure) {
      return try text.selected(for: names, PythonRuntime(limits: settings.limits))
    } catch {
      let mark = recipe.source.mark(of: place(error.offset))
      throw .invalidSelector(
        error.selector, error.reason, at: SourceLocation(mark, in: recipe.file))
    }
  }

  func location(_ error: PythonError, in selected: MappedText) -> SourceLocation {
    let mark = recipe.source.mark(of: selected.source(of: error.offset ?? 0))
    return SourceLocation(mark, in: recipe.file)
  }

  /// Where a word first stands in the recipe.
  private func place(of word: String) -> SourceLocation {
    let offset = PythonText.find(Array(word.utf8), in: recipe.source.bytes) ?? 0
    return SourceLocation(recipe.source.mark(of: offset), in: recipe.file)
  }

  private func noteEnvironment() {
    guard settings.environment == nil else { return }
    for word in ["environ", "getenv"]
    where PythonText.find(Array(word.utf8), in: recipe.source.bytes) != nil {
      findings.append(.environmentNotRead(at: place(of: word)))
      return
    }
  }

  func names(_ names: SelectorNames, _ facts: V0Facts, _ companions: V0Companions) -> V0Names {
    let variables = V0BuildVariables(
      variant: variant, host: platform, build: buildPlatform, environment: environment,
      facts: facts)
    return V0Names(
      variables, names, V0Functions(variant: variant, host: platform, companions: companions))
  }
}
