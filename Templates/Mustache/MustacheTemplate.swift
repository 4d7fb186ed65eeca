/// A text with holes, in the part of Mustache that program text needs: `{{name}}`, sections
/// `{{#name}}…{{/name}}`, inverted sections `{{^name}}…{{/name}}` and comments `{{! … }}`.
///
///     let template = try MustacheTemplate("{{#spikes}}{{step}} {{/spikes}}")
///     try template.render(["spikes": .list([["step": "2"], ["step": "7"]])])  // "2 7 "
///
/// It differs from the general libraries on purpose: values go in as they are (the output is code,
/// never HTML), a name that nobody gave a value is an error instead of nothing, and no Foundation
/// is loaded, which would more than double the start-up time of the tool.
package struct MustacheTemplate: Hashable, Sendable {
  indirect enum Node: Hashable, Sendable {
    case text(String)
    case value(String, line: Int)
    case section(String, inverted: Bool, content: [Node], line: Int)
  }

  let nodes: [Node]

  package init(_ text: String) throws(MustacheError) {
    var parser = MustacheParser(text)
    nodes = try parser.parse()
  }

  package func render(_ context: MustacheContext) throws(MustacheError) -> String {
    var output = ""
    try Self.render(nodes, [context], into: &output)
    return output
  }

  private static func render(
    _ nodes: [Node], _ scopes: [MustacheContext], into output: inout String
  ) throws(MustacheError) {
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .value(let name, let line):
        guard case .text(let text) = try find(name, in: scopes, line: line) else {
          throw MustacheError(line: line, "'\(name)' is not a text; use it as a section")
        }
        output += text
      case .section(let name, let inverted, let content, let line):
        switch try find(name, in: scopes, line: line) {
        case .flag(let flag):
          if flag != inverted { try render(content, scopes, into: &output) }
        case .text(let text):
          if text.isEmpty == inverted { try render(content, scopes, into: &output) }
        case .list(let items):
          if inverted {
            if items.isEmpty { try render(content, scopes, into: &output) }
          } else {
            for item in items { try render(content, scopes + [item], into: &output) }
          }
        }
      }
    }
  }

  private static func find(
    _ name: String, in scopes: [MustacheContext], line: Int
  ) throws(MustacheError) -> MustacheValue {
    for scope in scopes.reversed() {
      if let value = scope[name] { return value }
    }
    throw MustacheError(line: line, "nothing is named '\(name)'")
  }
}

/// The values of one level; inner levels see those of the outer ones.
package typealias MustacheContext = [String: MustacheValue]

/// What a template's name stands for.
package enum MustacheValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case list([MustacheContext])
}

extension MustacheValue: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .text(value) }
}

/// What is wrong with a template, and the line that says so.
package struct MustacheError: Error, Hashable, Sendable {
  package var line: Int
  package var message: String

  init(line: Int, _ message: String) {
    self.line = line
    self.message = message
  }
}
