extension V1 {
  /// A rendered recipe or a part of it: what JSON or YAML would show, in written order.
  package indirect enum Tree: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([Tree])
    case fields(Fields)

    package init(_ value: Value) {
      self =
        switch value {
        case .undefined, .absent, .none: .null
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let text): .string(text)
        case .list(let items), .iterable(let items): .list(items.map { Tree($0) })
        case .mapping(let pairs):
          .fields(Fields(pairs.map { ($0.key.description, Tree($0.value)) }))
        case .function, .host, .object: .string(value.description)
        }
    }

    static func texts(_ texts: [String]) -> Tree { .list(texts.map { .string($0) }) }

    package subscript(name: String) -> Tree? {
      if case .fields(let fields) = self { fields[name] } else { nil }
    }
  }

  /// Named values in written order, each name once. A name that isn't there has its default.
  package struct Fields: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
      package let name: String
      package var value: Tree
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    package init(_ pairs: [(String, Tree)]) {
      for (name, value) in pairs { self[name] = value }
    }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(name: String) -> Tree? {
      get { entries.first { $0.name == name }?.value }
      set {
        let index = entries.firstIndex { $0.name == name }
        switch (index, newValue) {
        case (let index?, let value?): entries[index].value = value
        case (let index?, nil): entries.remove(at: index)
        case (nil, let value?): entries.append(Entry(name: name, value: value))
        case (nil, nil): break
        }
      }
    }

    /// Adds a field that is new here; `add` does without the search.
    mutating func add(_ name: String, _ value: Tree) {
      entries.append(Entry(name: name, value: value))
    }

    mutating func add(_ name: String, _ text: String?) {
      if let text { add(name, .string(text)) }
    }

    mutating func add(_ name: String, texts: [String]) {
      if !texts.isEmpty { add(name, .texts(texts)) }
    }

    /// A flag that is false by default.
    mutating func add(_ name: String, flag: Bool) {
      if flag { add(name, .boolean(true)) }
    }

    mutating func add(_ name: String, _ fields: Fields) {
      if !fields.isEmpty { add(name, .fields(fields)) }
    }

    /// These fields, and those of the other that are missing here, in the order of `names`.
    func filled(from other: Fields, order names: [String]) -> Fields {
      var result = Fields()
      for name in names {
        if let value = self[name] ?? other[name] { result.add(name, value) }
      }
      return result
    }
  }
}
