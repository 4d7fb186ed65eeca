import RecipeModel

/// Swift source as it is laid out: statements that fit on a line stand on one.
indirect enum SwiftCode {
  case line(String)
  /// A line that is there for people.
  case comment(String)
  /// A literal that takes several lines.
  case literal(SwiftValue)
  /// `Name(arguments) { body } label: { body }`
  case call(String, [Argument], [Closure])
  /// `call.method { body }`
  case chain(SwiftCode, String, [SwiftCode])

  struct Argument {
    var label: String?
    var value: SwiftValue

    init(_ label: String? = nil, _ value: SwiftValue) {
      self.label = label
      self.value = value
    }
  }

  struct Closure {
    var label: String?
    var body: [SwiftCode]
  }

  static let width = 100

  static func comments(_ comments: [Comment]) -> [SwiftCode] {
    comments.flatMap(\.lines).map { .comment($0.replacing("\n", with: " ")) }
  }

  static func call(_ name: String, _ arguments: [Argument]) -> SwiftCode {
    .call(name, arguments, [])
  }

  static func block(_ name: String, _ arguments: [Argument] = [], _ body: [SwiftCode]) -> SwiftCode
  {
    .call(name, arguments, [Closure(label: nil, body: body)])
  }

  func lines(indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    switch self {
    case .line(let text): return [space + text]
    case .comment(let text): return [space + (text.isEmpty ? "//" : "// \(text)")]
    case .literal(let value): return value.lines(indent: indent)
    case .chain(let call, let method, let body):
      var lines = call.lines(indent: indent)
      lines[lines.count - 1] += ".\(method) {"
      return lines + body.flatMap { $0.lines(indent: indent + 2) } + [space + "}"]
    case .call(let name, let arguments, let closures):
      if let line = oneLine, indent + line.count <= Self.width { return [space + line] }
      var lines = Self.head(name, arguments, hasBody: !closures.isEmpty, indent: indent)
      for (index, closure) in closures.enumerated() {
        if index == 0 {
          lines[lines.count - 1] += " {"
        } else {
          lines.append("\(space)} \(closure.label ?? ""): {")
        }
        lines += closure.body.flatMap { $0.lines(indent: indent + 2) }
      }
      if !closures.isEmpty { lines.append(space + "}") }
      return lines
    }
  }

  /// Nil where it takes several lines however wide they are.
  private var oneLine: String? {
    guard case .call(let name, let arguments, let closures) = self else { return nil }
    var texts: [String] = []
    for argument in arguments {
      guard let text = argument.value.oneLine else { return nil }
      texts.append(argument.label.map { "\($0): \(text)" } ?? text)
    }
    let head =
      texts.isEmpty && !closures.isEmpty ? name : "\(name)(\(texts.joined(separator: ", ")))"
    guard let closure = closures.first else { return head }
    // One short line in a body may stay beside its head, where that is a choice.
    guard closures.count == 1, name == "when", closure.body.count == 1,
      case .line(let text) = closure.body[0]
    else { return nil }
    return "\(head) { \(text) }"
  }

  private static func head(
    _ name: String, _ arguments: [Argument], hasBody: Bool, indent: Int
  ) -> [String] {
    let space = String(repeating: " ", count: indent)
    if arguments.isEmpty { return [space + name + (hasBody ? "" : "()")] }
    let texts = arguments.map { argument in
      argument.value.oneLine.map { text in argument.label.map { "\($0): \(text)" } ?? text }
    }
    if texts.allSatisfy({ $0 != nil }) {
      let all = texts.compactMap { $0 }.joined(separator: ", ")
      if indent + name.count + all.count + 4 <= width { return ["\(space)\(name)(\(all))"] }
      if indent + 3 + all.count <= width { return ["\(space)\(name)(", "\(space)  \(all))"] }
    }
    if arguments.dropLast().allSatisfy({ $0.value.isShort }),
      let last = arguments.last, last.value.isCollection
    {
      let before = arguments.dropLast().compactMap { argument in
        argument.value.oneLine.map { text in argument.label.map { "\($0): \(text)" } ?? text }
      }
      let label = last.label.map { "\($0): " } ?? ""
      let start = "\(space)\(name)(\((before + [label]).joined(separator: ", "))"
      var lines = last.value.lines(indent: indent)
      if start.count + (lines.first?.count ?? 0) <= width {
        lines[0] = start + lines[0].drop { $0 == " " }
        lines[lines.count - 1] += ")"
        return lines
      }
    }
    var lines = ["\(space)\(name)("]
    for (index, argument) in arguments.enumerated() {
      let label = argument.label.map { "\($0): " } ?? ""
      var inner = argument.value.lines(indent: indent + 2, label: label.count)
      inner[0] = space + "  " + label + inner[0].drop { $0 == " " }
      inner[inner.count - 1] += index == arguments.count - 1 ? ")" : ","
      lines += inner
    }
    return lines
  }
}
