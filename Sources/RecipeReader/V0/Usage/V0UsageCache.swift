/// What searches for used variables have found, for renderings of one recipe with the same keys.
///
/// Most outputs read the same in most variants, and searching them is most of the work.
package final class V0UsageCache {
  private var keys: [String] = []
  private var searches: [Bool: V0UsageSearch] = [:]
  private var answers: [Bool: [[UInt8]: Set<String>]] = [:]

  package init() {}

  func used(of keys: [String], in text: [UInt8], selectorsOnly: Bool) -> Set<String> {
    if self.keys != keys {
      self.keys = keys
      searches = [:]
      answers = [:]
    }
    if let answer = answers[selectorsOnly]?[text] { return answer }
    let answer = searches[
      selectorsOnly, default: V0UsageSearch(keys, selectorsOnly: selectorsOnly)
    ].used(in: text)
    answers[selectorsOnly, default: [:]][text] = answer
    return answer
  }
}
