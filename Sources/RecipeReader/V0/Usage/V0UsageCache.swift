/// What searches for used variables have found, for renderings of one recipe with the same keys.
///
/// Most outputs read the same in most variants, and searching them is most of the work.
package final class V0UsageCache {
  private struct Question: Hashable {
    var text: [UInt8]
    var selectorsOnly: Bool
  }

  private var answers: [Question: Set<String>] = [:]
  private var keys: Set<String>?

  package init() {}

  func used(of keys: [String], in text: [UInt8], selectorsOnly: Bool) -> Set<String> {
    let asked = Set(keys)
    if self.keys != asked {
      answers = [:]
      self.keys = asked
    }
    let question = Question(text: text, selectorsOnly: selectorsOnly)
    if let answer = answers[question] { return answer }
    let answer = V0UsageSearch(text, selectorsOnly: selectorsOnly).used(of: keys)
    answers[question] = answer
    return answer
  }
}
