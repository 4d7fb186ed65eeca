/// What searches for used variables have found, for renderings of one recipe with the same keys.
///
/// Most outputs read the same in most variants, and searching them is most of the work.
package final class V0UsageCache {
  private var keys: [String] = []
  private var searches: [Bool: V0UsageSearch] = [:]
  private var answers: [Bool: [V0TextPart: Set<String>]] = [:]
  private var scripts: [String: Set<String>] = [:]
  private var selectors: [V0TextPart: SelectorText] = [:]

  package init() {}

  private func expect(_ keys: [String]) {
    guard self.keys != keys else { return }
    self.keys = keys
    searches = [:]
    answers = [:]
    scripts = [:]
  }

  func used(of keys: [String], in text: [UInt8], selectorsOnly: Bool) -> Set<String> {
    expect(keys)
    let part = V0TextPart(text[...])
    if let answer = answers[selectorsOnly]?[part] { return answer }
    let answer = searches[
      selectorsOnly, default: V0UsageSearch(keys, selectorsOnly: selectorsOnly)
    ].used(in: text)
    answers[selectorsOnly, default: [:]][part] = answer
    return answer
  }

  /// What a script beside the recipe uses.
  func used(of keys: [String], inScript name: String, search: () -> Set<String>) -> Set<String> {
    expect(keys)
    if let answer = scripts[name] { return answer }
    let answer = search()
    scripts[name] = answer
    return answer
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
