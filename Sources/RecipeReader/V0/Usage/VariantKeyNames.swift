/// Looks for names of variant keys in texts, wherever they stand.
package struct VariantKeyNames {
  private let keys: V0SearchedKeys

  package init(_ names: [String]) { keys = V0SearchedKeys(names) }

  package func occurring(in texts: [[UInt8]]) -> Set<String> {
    var names: Set<String> = []
    for text in texts {
      for index in keys.mayOccur(in: text[...]) { names.insert(keys[index].name) }
    }
    return names
  }
}
