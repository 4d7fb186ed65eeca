import Conda
import Diagnostics

/// Which keys of the variant a package uses; they decide what is built apart from what.
final class V0Usage {
  private let run: V0Run
  private let text: V0RecipeText
  private let keys: [String]
  private let memory: V0RenderMemory
  private var known: [String: Set<String>] = [:]
  private var knownWithRecipe: [String: Set<String>] = [:]

  init(_ run: V0Run, _ text: V0RecipeText) {
    self.run = run
    self.text = text
    keys = run.variant.keys
    memory = run.memory
    memory.expect(keys, run.settings.usagePatterns)
  }

  func value(_ key: String) -> String? {
    run.variant[key]
      ?? run.variant.lists[key].map { "[" + $0.map { "'\($0)'" }.joined(separator: ", ") + "]" }
  }

  func list(_ key: String) -> [String] { run.variant.lists[key] ?? [] }

  func used(_ metadata: V0Metadata) throws(Diagnostic) -> Set<String> {
    let name = try metadata.name()
    if let used = known[name] { return used }
    let used = try found(metadata, withRecipe: false)
    known[name] = used
    return used
  }

  /// What an output uses together with the recipe outside of the other outputs.
  func usedWithRecipe(_ metadata: V0Metadata) throws(Diagnostic) -> Set<String> {
    let name = try metadata.name()
    if let used = knownWithRecipe[name] { return used }
    let used = try found(metadata, withRecipe: true)
    knownWithRecipe[name] = used
    return used
  }

  /// What stands anywhere in the text.
  func mentioned() -> Set<String> {
    memory.used(in: [text.whole(false)], .inSelectors)
      .union(memory.used(in: [text.whole(true)], .anywhere))
  }

  private func found(_ metadata: V0Metadata, withRecipe: Bool) throws(Diagnostic) -> Set<String> {
    var used = try inRecipe(metadata, withRecipe: withRecipe)
    used.formUnion(try inScripts(metadata))
    if metadata.noarch == nil { used.insert("target_platform") }
    if value("channel_targets") != nil { used.insert("channel_targets") }
    used.subtract(metadata.texts("build", "force_ignore_keys"))
    used.formUnion(metadata.texts("build", "force_use_keys"))
    return used
  }

  // MARK: - Text

  /// A part of the text that a package's own questions go to, selectors applied.
  func ownText(_ metadata: V0Metadata, _ cut: ([UInt8]) -> [UInt8]) throws(Diagnostic) -> [UInt8] {
    text.finished(cut(metadata.isOutput ? try block(metadata, true).bytes : text.raw), true)
  }

  /// Whether the text that a package's own questions go to is the recipe's.
  private func asksTop(_ metadata: V0Metadata) throws(Diagnostic) -> Bool {
    let word = Array("package:".utf8)
    guard metadata.isOutput else {
      return PythonText.find(word, in: text.whole(true).bytes) != nil
    }
    // Selectors only take away.
    let block = try block(metadata, true).bytes
    return PythonText.find(word, in: block) != nil
      && PythonText.find(word, in: text.finished(block, true)) != nil
  }

  /// What stands for an output in the text.
  private func block(_ metadata: V0Metadata, _ appliesSelectors: Bool) throws(Diagnostic)
    -> V0RecipeText.Part
  {
    let name = try metadata.name()
    let parent = metadata.parentName
    let outputs = metadata.sections("outputs").compactMap(\.map)
    let index = outputs.firstIndex { ($0["name"]?.pythonText ?? parent ?? name) == name }
    let position = outputs.isEmpty ? 0 : index
    guard let position else { return memory.part(Array(name.utf8)) }
    let blocks = text.outputBlocks(appliesSelectors)
    if blocks.isEmpty { return memory.part([]) }
    guard position < blocks.count else {
      throw .outputTextMissing(name, at: metadata.location(of: "outputs"))
    }
    return blocks[position]
  }

  private func searched(
    _ metadata: V0Metadata, _ appliesSelectors: Bool, withRecipe: Bool
  ) throws(Diagnostic) -> [V0RecipeText.Part] {
    let own = try block(metadata, appliesSelectors)
    if metadata.isOutput && !withRecipe { return [own] }
    return [text.rest(appliesSelectors), own]
  }

  private func inRecipe(_ metadata: V0Metadata, withRecipe: Bool) throws(Diagnostic)
    -> Set<String>
  {
    let raw = try searched(metadata, false, withRecipe: withRecipe)
    let inSelectors = memory.used(in: raw, .inSelectors)
    let selected = try searched(metadata, true, withRecipe: withRecipe)
    let everywhere = memory.used(in: selected, .anywhere).union(inSelectors)
    let required = memory.used(in: selected, .inRequirements)
    return everywhere.subtracting(required).union(trimmed(required, metadata))
  }

  /// Without what only `run` names, and without build tools whose version doesn't matter.
  private func trimmed(_ required: Set<String>, _ metadata: V0Metadata) -> Set<String> {
    let specs = V0Specs.expanded(metadata.root["requirements"])
    func names(_ kind: String) -> Set<String> {
      Set(
        V0Metadata.elements(of: specs[kind]).compactMap(\.text).filter { !$0.isEmpty }.map {
          String(V0Specs.firstWord($0).map { $0 == "-" ? "_" : $0 })
        })
    }
    let (build, host) = (names("build"), names("host"))
    let run = Set(V0Metadata.elements(of: specs["run"]).compactMap(\.text))
    let ignored = list("ignore_build_only_deps")
    return required.filter { key in
      if run.contains(key) { return build.contains(key) || host.contains(key) }
      return !(build.contains(key) && !host.contains(key) && ignored.contains(key))
    }
  }

  // MARK: - Scripts

  private func inScripts(_ metadata: V0Metadata) throws(Diagnostic) -> Set<String> {
    if try asksTop(metadata) {
      let used = inScript("build.sh")
      return run.platform.isWindows ? used.union(inScript("bld.bat")) : used
    }
    let name = try metadata.name()
    let output = metadata.sections("outputs").first { $0["name"]?.pythonText == name }
    return output?["script"]?.text.map(inScript) ?? []
  }

  private func inScript(_ name: String) -> Set<String> {
    memory.used(inScript: name) {
      guard let script = run.recipe.companions[name] else { return [] }
      if name.hasSuffix(".sh") { return V0ScriptUsage.shell(script, keys) }
      return name.hasSuffix(".bat") ? V0ScriptUsage.batch(script, keys) : []
    }
  }

  // MARK: - NumPy

  private func requirementsText(_ metadata: V0Metadata) throws(Diagnostic) -> [V0UsageLine] {
    let isTop = try asksTop(metadata)
    let text = try ownText(metadata) { V0RecipeText.requirements($0, isTop: isTop) }
    return PythonLines.split(text).map { V0UsageLine($0) }
  }

  /// `numpy x.x`, or a pin to two places.
  func pinsNumPy(_ metadata: V0Metadata) throws(Diagnostic) -> Bool {
    try requirementsText(metadata).contains { $0.pinsNumPy }
  }

  /// Whether NumPy's version shows elsewhere, so that the hash leaves it out.
  func leavesNumPyOut(_ metadata: V0Metadata) throws(Diagnostic) -> Bool {
    let lines = try requirementsText(metadata)
    if lines.contains(where: \.pinsNumPy) { return true }
    let counts = lines.compactMap(\.numpyPinLength)
    return lines.contains(where: \.pinsNumPyCompatible) && counts.first == 2
  }
}
