extension V1.Evaluator {
  private typealias Failure = V1.ExpressionError

  /// More than any recipe's templates do; loops in loops must end.
  static let workLimit = 100_000
  /// Macros and recursive loops in each other.
  static let callLimit = 20

  /// The text that a template makes; `undefined` has no text.
  mutating func render(_ template: V1.Template) throws(V1.ExpressionError) -> String {
    guard template.hasStatements else { return try render(template.parts) }
    work = 0
    return try renderInFrame(template.parts)
  }

  private mutating func renderInFrame(
    _ parts: [V1.Template.Part], _ bindings: [V1.Template.Binding] = []
  ) throws(V1.ExpressionError) -> String {
    let previous = frames.push(inside: frames.current)
    defer { frames.pop(to: previous) }
    for binding in bindings { try assign(try value(of: binding.value), to: binding.target) }
    return try render(parts)
  }

  private mutating func render(_ parts: [V1.Template.Part]) throws(V1.ExpressionError) -> String {
    var result = ""
    for part in parts {
      if !frames.isEmpty { try count() }
      result += try render(part)
      // Templates that double what others made would fill the memory.
      guard result.utf8.count <= V1.Operators.sizeLimit else {
        throw .operation("the text would be larger than \(V1.Operators.sizeLimit) bytes")
      }
    }
    return result
  }

  private mutating func render(_ part: V1.Template.Part) throws(V1.ExpressionError) -> String {
    switch part {
    case .text(let text): return text
    case .expression(let expression):
      let value = try operand(expression)
      if case .function(let function) = value { throw .uncalled(function.rawValue) }
      return value.description
    case .branch(let condition, let then, let otherwise):
      return try render(try self.condition(condition).isTrue ? then : otherwise)
    case .loop(let loop):
      return try render(loop, over: try operand(loop.items), depth: 0)
    case .scope(let bindings, let parts): return try renderInFrame(parts, bindings)
    case .assignment(let binding):
      try assign(try value(of: binding.value), to: binding.target)
    case .capture(let target, let filters, let parts):
      try assign(try filtered(try render(parts), filters), to: target)
    case .filtered(let filters, let parts):
      let value = try filtered(try render(parts), filters)
      if case .undefined = value { throw .undefined }
      return value.description
    case .macro(let macro): try define(macro)
    case .call(let callee, let arguments, let macro):
      return try call(callee, arguments, caller: try object(of: macro)).description
    case .evaluation(let expression): _ = try value(of: expression)
    case .otherTemplate(let statement, let name, let mayMiss):
      let name = try operand(name)
      if mayMiss, name.text != nil || name.items != nil { return "" }
      throw .operation(
        "{% \(statement) %} needs another template, and there is none",
        remedy: "write what it would bring here")
    }
    return ""
  }

  mutating func count(_ steps: Int = 1) throws(V1.ExpressionError) {
    work += steps
    guard work <= Self.workLimit else {
      throw .operation(
        "the template takes more than \(Self.workLimit) steps", remedy: "let it loop less often")
    }
  }

  private mutating func filtered(
    _ text: String, _ filters: [V1.Template.FilterCall]
  ) throws(V1.ExpressionError) -> V1.Value {
    var value = V1.Value.string(text)
    for filter in filters {
      guard !value.isUndefined else { throw .undefined }
      let arguments = try evaluate(filter.arguments, for: "the filter '\(filter.name)'")
      guard let known = V1.Filter(rawValue: filter.name) else {
        throw V1.Filter.unknown(filter.name)
      }
      value = try known.apply(to: value, arguments)
    }
    return value
  }

  // MARK: Names

  private mutating func assign(
    _ value: V1.Value, to target: V1.Template.Target
  ) throws(V1.ExpressionError) {
    switch target {
    case .name(let name): frames[name] = value
    case .attribute(let path):
      throw .operation(
        "'\(path)' can't be set: there are no namespaces here", remedy: "set a plain name")
    case .list(let targets):
      guard let items = value.items else {
        throw .operation("a value of kind \(value.kind.name) can't be unpacked")
      }
      guard items.count == targets.count else {
        throw .operation("\(items.count) items can't be unpacked into \(targets.count) names")
      }
      for (target, item) in zip(targets, items) { try assign(item, to: target) }
    }
  }

  // MARK: Loops

  private mutating func render(
    _ loop: V1.Template.Loop, over value: V1.Value, depth: Int
  ) throws(V1.ExpressionError) -> String {
    let items = try chosen(try Self.items(of: value), for: loop)
    if items.isEmpty { return try render(loop.otherwise) }
    let previous = frames.push(inside: frames.current)
    defer { frames.pop(to: previous) }
    guard let frame = frames.current else { return "" }
    var result = ""
    for (index, item) in items.enumerated() {
      frames["loop"] = .object(
        .loop(
          .init(
            loop: loop, frame: frame, depth: depth, index: index, count: items.count,
            previous: index > 0 ? items[index - 1] : .undefined,
            next: index + 1 < items.count ? items[index + 1] : .undefined)))
      try assign(item, to: loop.target)
      try count()
      result += try render(loop.body)
      guard result.utf8.count <= V1.Operators.sizeLimit else {
        throw .operation("the text would be larger than \(V1.Operators.sizeLimit) bytes")
      }
    }
    return result
  }

  private mutating func chosen(
    _ items: [V1.Value], for loop: V1.Template.Loop
  ) throws(V1.ExpressionError) -> [V1.Value] {
    guard let condition = loop.condition else { return items }
    let previous = frames.push(inside: frames.current)
    defer { frames.pop(to: previous) }
    var chosen: [V1.Value] = []
    for item in items {
      try count()
      try assign(item, to: loop.target)
      if try self.condition(condition).isTrue { chosen.append(item) }
    }
    return chosen
  }

  private static func items(of value: V1.Value) throws(V1.ExpressionError) -> [V1.Value] {
    switch value {
    case .list(let items), .iterable(let items): return items
    case .mapping(let pairs): return pairs.map(\.key)
    case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
    case .none, .absent: return []
    default:
      throw .operation("a value of kind \(value.kind.name) can't be looped over")
    }
  }

  /// `loop(items)` inside of a recursive loop.
  mutating func `repeat`(
    _ state: V1.TemplateObject.LoopState, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    guard state.loop.isRecursive else {
      throw .operation(
        "only a recursive loop can be called", remedy: "write 'recursive' behind its items")
    }
    try arguments.require(atMost: 1)
    try enterCall()
    defer { calls -= 1 }
    let items = try arguments.required(0)
    if case .undefined = items { throw .undefined }
    return .string(try render(state.loop, over: items, depth: state.depth + 1))
  }

  // MARK: Macros

  private mutating func define(_ macro: V1.Template.Macro) throws(V1.ExpressionError) {
    frames[macro.name] = try object(of: macro)
  }

  private mutating func object(
    of macro: V1.Template.Macro
  ) throws(V1.ExpressionError) -> V1.Value {
    for name in macro.outerNames where frames[name] == nil { note(access: name) }
    return .object(.macro(macro, frame: frames.current ?? 0))
  }

  mutating func call(
    _ macro: V1.Template.Macro, in frame: Int, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    let parameters = macro.parameters
    guard arguments.positional.count <= parameters.count else {
      throw .tooManyArguments(for: "the macro '\(macro.name)'")
    }
    for keyword in arguments.keywords {
      let index = parameters.firstIndex { $0.name == keyword.name }
      let isCaller = keyword.name == "caller" && macro.outerNames.contains("caller")
      guard index != nil || isCaller else {
        throw .unknownKeyword(keyword.name, of: "the macro '\(macro.name)'")
      }
      if let index, index < arguments.positional.count {
        throw .operation("the macro '\(macro.name)' gets '\(keyword.name)' twice")
      }
    }
    try enterCall()
    let previous = frames.push(inside: frame)
    defer {
      frames.pop(to: previous)
      calls -= 1
    }
    frames["caller"] = arguments["caller"] ?? .undefined
    // From the last on, so that a fallback can use what follows it, as in the engine.
    for (index, parameter) in parameters.enumerated().reversed() {
      var value = arguments[index] ?? arguments[parameter.name]
      if value == nil, let fallback = parameter.fallback { value = try self.value(of: fallback) }
      frames[parameter.name] = value ?? .undefined
    }
    return .string(try render(macro.body))
  }

  private mutating func enterCall() throws(V1.ExpressionError) {
    guard calls < Self.callLimit else {
      throw .operation("macros call each other more than \(Self.callLimit) levels deep")
    }
    calls += 1
  }
}
