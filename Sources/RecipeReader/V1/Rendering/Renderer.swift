import Diagnostics

extension V1 {
  /// Renders a recipe's parts in one scope; what it can't render it throws as a finding with its place.
  struct Renderer {
    let file: String
    var evaluator: Evaluator
    let permissions: Permissions
    var memory = RenderMemory()
    /// Which output is being rendered; -1 for what stands at the top of the recipe.
    var output = -1

    init(file: String, scope: Scope) {
      self.file = file
      evaluator = Evaluator(scope: scope)
      permissions = scope.permissions
    }

    func location(_ place: Place) -> SourceLocation { place.location(in: file) }

    // MARK: Single values

    mutating func text(_ template: Template, _ place: Place) throws(Diagnostic) -> String {
      do throws(ExpressionError) {
        return try evaluator.render(template)
      } catch {
        throw .failedExpression(error, in: template.source, at: location(place))
      }
    }

    mutating func text(_ value: Templated<String>) throws(Diagnostic) -> String {
      switch value {
      case .fixed(let text, _): return text
      case .template(let template, let place): return try text(template, place)
      }
    }

    /// Text that a rule has to accept once it is rendered; what was fixed has passed already.
    mutating func text(
      _ value: Templated<String>, _ field: String, _ rule: TextRule
    ) throws(Diagnostic) -> String {
      guard case .template(let template, let place) = value else { return try text(value) }
      let text = try text(template, place)
      return try rule.canonical(text, field, at: location(place))
    }

    /// Without white space around it.
    mutating func trimmed(_ value: Templated<String>?) throws(Diagnostic) -> String? {
      guard let value else { return nil }
      return try text(value).trimmed
    }

    mutating func optional(_ value: Templated<String>?) throws(Diagnostic) -> String? {
      guard let value else { return nil }
      return try text(value)
    }

    /// A template that renders to nothing leaves the field at its default.
    mutating func flag(
      _ value: Templated<Bool>?, _ field: String, otherwise standard: Bool
    ) throws(Diagnostic) -> Bool {
      guard let value else { return standard }
      switch value {
      case .fixed(let flag, _): return flag
      case .template(let template, let place):
        switch try text(template, place).lowercased() {
        case "true": return true
        case "false": return false
        case "": return standard
        case let other:
          throw Diagnostic.invalidValue(
            of: field, "'\(other)' is neither true nor false", remedy: "let it be true or false",
            at: location(place))
        }
      }
    }

    mutating func number<T: FixedWidthInteger & Sendable>(
      _ value: Templated<T>, _ field: String, ofNothing nothing: T? = nil
    ) throws(Diagnostic) -> T {
      switch value {
      case .fixed(let number, _): return number
      case .template(let template, let place):
        let text = try text(template, place)
        if let nothing, text.isEmpty { return nothing }
        guard let number = T(text) else {
          throw Diagnostic.invalidValue(
            of: field, "'\(text)' is not a whole number that fits",
            remedy: "let it be one like 1", at: location(place))
        }
        return number
      }
    }

    // MARK: Lists

    mutating func holds(_ condition: Condition) throws(Diagnostic) -> Bool {
      do throws(ExpressionError) {
        let value = try evaluator.value(of: condition.expression)
        guard !value.isUndefined else { throw Evaluator.undefined(condition.expression) }
        return value.isTrue
      } catch {
        throw .failedExpression(error, in: condition.source, at: location(condition.place))
      }
    }

    /// The entries that apply, each through `render`; nil leaves an entry out.
    mutating func list<Element, Result>(
      _ branches: [Branch<Element>],
      _ render: (inout Renderer, Element) throws -> Result?
    ) throws(Diagnostic) -> [Result] {
      var results: [Result] = []
      try append(branches, to: &results, render)
      return results
    }

    private mutating func append<Element, Result>(
      _ branches: [Branch<Element>], to results: inout [Result],
      _ render: (inout Renderer, Element) throws -> Result?
    ) throws(Diagnostic) {
      for branch in branches {
        switch branch {
        case .element(let element):
          do {
            if let result = try render(&self, element) { results.append(result) }
          } catch {
            throw Diagnostic(error)
          }
        case .conditional(let condition, let then, let otherwise):
          try append(try holds(condition) ? then : otherwise, to: &results, render)
        }
      }
    }

    /// Entries that render to nothing drop out.
    mutating func texts(_ branches: Texts) throws(Diagnostic) -> [String] {
      try list(branches) { (renderer, value) -> String? in
        let text = try renderer.text(value)
        return text.isEmpty ? nil : text
      }
    }

    mutating func globs(_ branches: Texts, _ field: String) throws(Diagnostic) -> [String] {
      try list(branches) { (renderer, value) -> String? in
        let text = try renderer.text(value)
        if text.isEmpty { return nil }
        if let problem = GlobRule.problem(in: text) {
          throw Diagnostic.invalidValue(
            of: field, "the pattern '\(text)' can't be matched: \(problem)",
            remedy: "close its brackets", at: renderer.location(value.place))
        }
        return text
      }
    }

    /// A list, or both lists when some files are left out.
    mutating func globs(_ lists: GlobLists, _ field: String) throws(Diagnostic) -> Tree? {
      let include = try globs(lists.include, field)
      let exclude = try globs(lists.exclude, field)
      if exclude.isEmpty { return include.isEmpty ? nil : .texts(include) }
      return .fields(Fields([("include", .texts(include)), ("exclude", .texts(exclude))]))
    }
  }
}
