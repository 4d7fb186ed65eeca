/// What one rendering of a recipe leaves for the next, with the same keys: parsed templates, and what searches
/// for used variables have found.
///
/// Most outputs read the same in most variants, and searching them is most of the work.
package final class V0RenderMemory {
  private var keys: [String] = []
  private var patterns = V0UsagePatterns.newest
  private var searches: [Bool: V0UsageSearch] = [:]
  private var answers: [Question: Set<String>] = [:]
  private var numbers: [V0TextPart: Int] = [:]
  private var nextNumber = 0
  private var templates: [V0TextPart: JinjaTemplate] = [:]
  private var scripts: [String: Set<String>] = [:]
  private var selectors: [V0TextPart: SelectorText] = [:]
  /// Parts of the recipe's text as it stands.
  let rawCuts = V0RecipeText.Cuts()

  /// Texts of thousands of variants must not fill the memory.
  private static let largest = 2000

  package init() {}

  /// What is asked of a text: the numbers of its parts, and which uses count.
  private struct Question: Hashable {
    var parts: [Int]
    var uses: Uses
  }

  enum Uses {
    case inSelectors, anywhere
    /// Of the requirements in the text.
    case inRequirements
  }

  /// Makes it the cache of renderings with these keys.
  func expect(_ keys: [String], _ patterns: V0UsagePatterns) {
    guard self.keys != keys || self.patterns != patterns else { return }
    self.keys = keys
    self.patterns = patterns
    searches = [:]
    answers = [:]
    scripts = [:]
  }

  /// A text with a number that equal texts share.
  func part(_ text: [UInt8]) -> V0RecipeText.Part {
    let part = V0TextPart(text[...])
    if let number = numbers[part] { return V0RecipeText.Part(bytes: text, number: number) }
    if numbers.count == Self.largest {
      numbers = [:]
      answers = [:]
    }
    defer { nextNumber += 1 }
    numbers[part] = nextNumber
    return V0RecipeText.Part(bytes: text, number: nextNumber)
  }

  /// - Parameter parts: make one text, one behind the other.
  func used(in parts: [V0RecipeText.Part], _ uses: Uses) -> Set<String> {
    let question = Question(parts: parts.map(\.number), uses: uses)
    if let answer = answers[question] { return answer }
    var text = parts.flatMap(\.bytes)
    if uses == .inRequirements { text = V0RecipeText.requirementsForUsage(text) }
    let selectorsOnly = uses == .inSelectors
    let answer = searches[
      selectorsOnly, default: V0UsageSearch(keys, selectorsOnly: selectorsOnly, patterns: patterns)
    ].used(in: text)
    answers[question] = answer
    return answer
  }

  /// What a script beside the recipe uses.
  func used(inScript name: String, search: () -> Set<String>) -> Set<String> {
    if let answer = scripts[name] { return answer }
    let answer = search()
    scripts[name] = answer
    return answer
  }

  /// The text as a template.
  func template(_ text: [UInt8]) throws(PythonError) -> JinjaTemplate {
    let part = V0TextPart(text[...])
    if let known = templates[part] { return known }
    if templates.count == Self.largest { templates = [:] }
    let template = try JinjaTemplate(text)
    templates[part] = template
    return template
  }

  /// The text cut at its selectors.
  func selectors(in text: [UInt8]) -> SelectorText {
    let part = V0TextPart(text[...])
    if let known = selectors[part] { return known }
    let cut = SelectorText(text)
    selectors[part] = cut
    return cut
  }
}
