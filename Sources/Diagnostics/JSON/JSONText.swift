/// A JSON document: members keep their order, so the same value always gives the same bytes.
///
///     let report: JSONText = ["name": "pygenn", "variants": [1, 2.5, true, nil]]
///     report.text(.compact)  // {"name":"pygenn","variants":[1,2.5,true,null]}
package enum JSONText: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// JSON has no NaN and no infinity; both are written as `null`.
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONText

    package init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  package enum Layout: Hashable, Sendable {
    /// No white space at all.
    case compact
    /// One member or element a line, two spaces a level.
    case pretty
  }

  /// The document without a line end behind it.
  package func text(_ layout: Layout = .pretty) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// `null` for a string that isn't there.
  package static func optional(_ string: String?) -> JSONText {
    string.map { .string($0) } ?? .null
  }

  package static func strings(_ strings: some Sequence<String>) -> JSONText {
    .array(strings.map { .string($0) })
  }
}
