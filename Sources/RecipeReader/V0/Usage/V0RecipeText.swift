import Diagnostics

/// The parts of a recipe's *text*, cut as conda-build cuts them: by where lines begin.
///
/// conda-build looks for used variables in the text and not in what it means, so that which part a
/// line belongs to is decided here, mistakes included.
struct V0RecipeText {
  let raw: [UInt8]
  private let names: SelectorNames
  private let limits: PythonRuntime.Limits
  private let memory: V0RenderMemory
  /// The whole text with its selectors applied, where somebody did that already.
  private let selected: MappedText?
  private let cuts = Cuts()

  /// Without selectors the text is the same for all variants.
  private func cuts(_ appliesSelectors: Bool) -> Cuts { appliesSelectors ? cuts : memory.rawCuts }

  /// Parts that were cut before: a recipe with a hundred outputs is asked for the same ones for each.
  final class Cuts {
    fileprivate var whole: Part?
    fileprivate var rest: Part?
    fileprivate var outputs: [UInt8]?
    fileprivate var blocks: [Part]?
  }

  /// A part of the text, with a number that equal parts of all variants share.
  struct Part {
    var bytes: [UInt8]
    var number: Int
  }

  /// - Parameter run: has applied the selectors to the whole text.
  init(_ run: V0Run, _ names: SelectorNames) {
    raw = run.recipe.source.bytes
    selected = run.selectedText
    self.names = names
    limits = run.settings.limits
    memory = run.memory
  }

  /// A copy with other names, for outputs without a platform.
  init(_ other: V0RecipeText, _ names: SelectorNames) {
    raw = other.raw
    selected = nil
    self.names = names
    limits = other.limits
    memory = other.memory
  }

  /// Applies selectors, if asked, and cuts white space off the end.
  func finished(_ text: [UInt8], _ appliesSelectors: Bool) -> [UInt8] {
    var result = text
    if appliesSelectors,
      let selected = try? memory.selectors(in: text)
        .selected(for: names, PythonRuntime(limits: limits))
    {
      result = selected.bytes
    }
    return Self.trimmed(result[...])
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    Array(text[..<PythonText.startOfSpace(in: text, before: text.endIndex)])
  }

  func whole(_ appliesSelectors: Bool) -> Part {
    if let known = cuts(appliesSelectors).whole { return known }
    let text: [UInt8]
    if appliesSelectors, let selected {
      text = Self.trimmed(selected.bytes[...])
    } else {
      text = finished(raw, appliesSelectors)
    }
    let part = memory.part(text)
    cuts(appliesSelectors).whole = part
    return part
  }

  /// The text without its outputs.
  func rest(_ appliesSelectors: Bool) -> Part {
    if let known = cuts(appliesSelectors).rest { return known }
    let outputs = outputs(appliesSelectors)
    let start = PythonText.endOfSpace(in: outputs[...], from: 0)
    var text = whole(appliesSelectors).bytes
    let cut = Array(outputs[start...])
    if !cut.isEmpty, let found = PythonText.find(cut, in: text) {
      text.removeSubrange(found..<(found + cut.count))
    }
    let part = memory.part(text)
    cuts(appliesSelectors).rest = part
    return part
  }

  /// The `outputs:` section.
  func outputs(_ appliesSelectors: Bool) -> [UInt8] {
    if let known = cuts(appliesSelectors).outputs { return known }
    let text = cutOutputs(appliesSelectors)
    cuts(appliesSelectors).outputs = text
    return text
  }

  private func cutOutputs(_ appliesSelectors: Bool) -> [UInt8] {
    let lines = V0Lines(raw)
    guard let start = lines.first(where: { $0.starts(with: "outputs:") }) else { return [] }
    let end = lines.start(after: start) { line in
      ["test:", "extra:", "about:"].contains(where: line.starts)
    }
    let range = lines.range(start)..<end
    if appliesSelectors, let selected { return Self.trimmed(selected.part(copiedFrom: range)) }
    return finished(Array(raw[range]), appliesSelectors)
  }

  /// The block of each output, from `- name:` or `- type:` on.
  func outputBlocks(_ appliesSelectors: Bool) -> [Part] {
    if let known = cuts(appliesSelectors).blocks { return known }
    let blocks = cutBlocks(appliesSelectors).map(memory.part)
    cuts(appliesSelectors).blocks = blocks
    return blocks
  }

  private func cutBlocks(_ appliesSelectors: Bool) -> [[UInt8]] {
    let text = outputs(appliesSelectors)
    let lines = V0Lines(text)
    var blocks: [[UInt8]] = []
    var line = 0
    while line < lines.count {
      guard lines[line].isOutputStart(withColon: true) else {
        line += 1
        continue
      }
      // At least one character follows the colon, be it the end of the line.
      var next = line + 1
      while next < lines.count, !lines[next].isOutputStart(withColon: false),
        !lines[next].startsWithWord
      {
        next += 1
      }
      let end = next < lines.count ? lines.range(next) : text.count
      blocks.append(Array(text[lines.range(line)..<end]))
      line = next
    }
    return blocks
  }

  /// What comes before the requirements, for the build string.
  static func packageAndBuild(_ text: [UInt8]) -> [UInt8] {
    let lines = V0Lines(text)
    let end = lines.first { line in
      ["requirements:", "test:", "extra:", "about:", "outputs:"].contains(where: line.starts)
    }
    return Array(text[..<(end.map(lines.range) ?? text.count)])
  }

  /// The requirements of the recipe (`isTop`) or of an output's block.
  static func requirements(_ text: [UInt8], isTop: Bool) -> [UInt8] {
    let lines = V0Lines(text)
    let start = lines.first {
      isTop ? $0.starts(with: "requirements:") : $0.trimmedStarts(with: "requirements:")
    }
    guard let start else { return [] }
    let end = lines.start(after: start) { line in
      if line.starts(with: "outputs:") { return true }
      let sections = ["test:", "extra:", "about:"]
      if isTop { return sections.contains(where: line.starts) }
      return sections.contains(where: line.trimmedStarts) || line.isNameItem
    }
    return Array(text[lines.range(start)..<end])
  }

  /// The requirements as far as the next section or output, wherever the word stands first.
  static func requirementsForUsage(_ text: [UInt8]) -> [UInt8] {
    guard let start = PythonText.find(Array("requirements:".utf8), in: text) else { return [] }
    let lines = V0Lines(text)
    // One character at least is taken before the end may come.
    let end = lines.start(behind: start + "requirements:".utf8.count + 1) { line in
      line.startsWithWord || line.isItemOfNameOrType
    }
    return Array(text[start..<max(start, end)])
  }
}
