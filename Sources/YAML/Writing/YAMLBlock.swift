/// A tree to be written, in the order in which it will stand in the file.
///
/// Literals make small trees readable: `["name": "genn", "number": 0, "run": ["python", "numpy"]]`.
package enum YAMLBlock: Hashable, Sendable {
  case scalar(YAMLText)
  case sequence([Item])
  case mapping([Entry])

  package struct Item: Hashable, Sendable {
    package var value: YAMLBlock
    package var trivia: YAMLTrivia

    package init(_ value: YAMLBlock, trivia: YAMLTrivia = YAMLTrivia()) {
      self.value = value
      self.trivia = trivia
    }
  }

  package struct Entry: Hashable, Sendable {
    package var key: YAMLText
    package var value: YAMLBlock
    package var trivia: YAMLTrivia

    package init(_ key: YAMLText, _ value: YAMLBlock, trivia: YAMLTrivia = YAMLTrivia()) {
      self.key = key
      self.value = value
      self.trivia = trivia
    }
  }
}

extension YAMLBlock {
  package static func string(_ text: String, style: YAMLText.Style = .automatic) -> Self {
    .scalar(YAMLText(text, style: style))
  }

  /// Text that is written as it is: numbers, truth values and Jinja.
  package static func verbatim(_ text: String) -> Self { .string(text, style: .verbatim) }

  package static func int(_ value: Int) -> Self { .verbatim(String(value)) }
  package static func bool(_ value: Bool) -> Self { .verbatim(value ? "true" : "false") }
  package static var null: Self { .verbatim("null") }
  /// Nothing after the key or the dash, which YAML reads as null.
  package static var empty: Self { .verbatim("") }

  package static func strings(_ texts: some Sequence<String>) -> Self {
    .sequence(texts.map { Item(.string($0)) })
  }
}

extension YAMLBlock {
  /// The tree with the keys of all mappings in the order of Python's `sorted`: by code points.
  package func sortedByKey() -> Self {
    switch self {
    case .scalar: self
    case .sequence(let items):
      .sequence(items.map { Item($0.value.sortedByKey(), trivia: $0.trivia) })
    case .mapping(let entries):
      .mapping(
        entries.map { Entry($0.key, $0.value.sortedByKey(), trivia: $0.trivia) }.sorted {
          $0.key.text.unicodeScalars.lexicographicallyPrecedes($1.key.text.unicodeScalars)
        })
    }
  }
}

extension YAMLBlock: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: YAMLBlock...) { self = .sequence(elements.map { Item($0) }) }
  package init(dictionaryLiteral elements: (YAMLText, YAMLBlock)...) {
    self = .mapping(elements.map { Entry($0.0, $0.1) })
  }
}
