/// A dictionary in the order of insertion, shared by everyone who holds it.
package final class PythonDict {
  private(set) var entries: [(key: PythonValue, value: PythonValue)] = []
  private var places: [PythonKey: Int] = [:]

  init() {}

  convenience init(strings: [String: String]) {
    self.init()
    for (name, value) in strings.sorted(by: { $0.key < $1.key }) {
      insert(.string(value), at: .string(name), under: .string(name))
    }
  }

  var count: Int { entries.count }

  subscript(text: String) -> PythonValue? { self[PythonKey.string(text)] }

  subscript(key: PythonKey) -> PythonValue? {
    places[key].map { entries[$0].value }
  }

  func set(_ value: PythonValue, for name: String) {
    insert(value, at: .string(name), under: .string(name))
  }

  func set(_ value: PythonValue, for key: PythonValue) throws(PythonError) {
    insert(value, at: key, under: try PythonKey(key))
  }

  func value(for key: PythonValue) throws(PythonError) -> PythonValue? {
    self[try PythonKey(key)]
  }

  @discardableResult
  func remove(_ key: PythonValue) throws(PythonError) -> PythonValue? {
    guard let index = places.removeValue(forKey: try PythonKey(key)) else { return nil }
    let removed = entries.remove(at: index)
    for (key, place) in places where place > index { places[key] = place - 1 }
    return removed.value
  }

  func copy() -> PythonDict {
    let copy = PythonDict()
    copy.entries = entries
    copy.places = places
    return copy
  }

  private func insert(_ value: PythonValue, at key: PythonValue, under hashed: PythonKey) {
    if let index = places[hashed] {
      entries[index].value = value
    } else {
      places[hashed] = entries.count
      entries.append((key, value))
    }
  }
}
