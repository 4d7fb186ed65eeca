extension V1 {
  /// A statement with parts inside of it, whose end has not been read yet.
  struct TemplateBlock {
    enum Kind {
      /// `isChained`: made by `elif`, it ends together with the block around it.
      case condition(Expression, isChained: Bool)
      case loop(Template.Loop)
      case scope([Template.Binding])
      case capture(Template.Target, [Template.FilterCall])
      case filter([Template.FilterCall])
      case block(name: String)
      case macro(Template.Macro)
      case call(Expression, [Expression.Argument], Template.Macro)
    }

    let kind: Kind
    let start: Int
    /// What stands before it.
    let outer: [Template.Part]
    /// Variables up to here; those inside of a macro do not count.
    let variables: UsedVariables
    /// The parts before `else`, once there is one.
    var then: [Template.Part]?

    var keyword: String {
      switch kind {
      case .condition: "if"
      case .loop: "for"
      case .scope: "with"
      case .capture: "set"
      case .filter: "filter"
      case .block: "block"
      case .macro: "macro"
      case .call: "call"
      }
    }

    var takesElse: Bool {
      switch kind {
      case .condition, .loop: then == nil
      default: false
      }
    }

    /// Whether the variables inside count as used.
    var hidesVariables: Bool {
      switch kind {
      case .macro, .call, .capture: true
      default: false
      }
    }

    func part(around inner: [Template.Part]) -> Template.Part {
      switch kind {
      case .condition(let condition, _):
        return .branch(condition, then: then ?? inner, otherwise: then == nil ? [] : inner)
      case .loop(var loop):
        loop.body = then ?? inner
        loop.otherwise = then == nil ? [] : inner
        return .loop(loop)
      case .scope(let bindings): return .scope(bindings, inner)
      case .capture(let target, let filters): return .capture(target, filters, inner)
      case .filter(let filters): return .filtered(filters, inner)
      case .block: return .scope([], inner)
      case .macro(let macro): return .macro(Self.macro(macro, around: inner))
      case .call(let callee, let arguments, let macro):
        return .call(callee, arguments, Self.macro(macro, around: inner))
      }
    }

    private static func macro(
      _ macro: Template.Macro, around body: [Template.Part]
    ) -> Template.Macro {
      var macro = macro
      macro.body = body
      var names = OuterNames()
      names.collect(from: macro)
      macro.outerNames = names.found
      return macro
    }

    var unclosed: ExpressionError {
      ExpressionError(
        .syntax, "{% \(keyword) %} is not closed", remedy: "close it with {% end\(keyword) %}",
        offset: start)
    }
  }
}
