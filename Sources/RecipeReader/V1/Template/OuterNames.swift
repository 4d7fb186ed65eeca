extension V1 {
  /// The names that a macro does not define before it asks for them.
  struct OuterNames {
    private(set) var found: Set<String> = []
    private var defined: Set<String> = []

    mutating func collect(from macro: Template.Macro) {
      let outer = defined
      for parameter in macro.parameters {
        if let fallback = parameter.fallback { collect(from: fallback) }
      }
      defined.formUnion(macro.parameters.map(\.name))
      collect(from: macro.body)
      defined = outer
    }

    private mutating func collect(from parts: [Template.Part]) {
      for part in parts { collect(from: part) }
    }

    private mutating func collect(from part: Template.Part) {
      switch part {
      case .text: break
      case .expression(let expression), .evaluation(let expression),
        .otherTemplate(_, let expression, _):
        collect(from: expression)
      case .branch(let condition, let then, let otherwise):
        collect(from: condition)
        collect(from: then)
        collect(from: otherwise)
      case .loop(let loop): collect(from: loop)
      case .scope(let bindings, let parts):
        let outer = defined
        for binding in bindings { collect(from: binding) }
        collect(from: parts)
        defined = outer
      case .assignment(let binding): collect(from: binding)
      case .capture(let target, let filters, let parts):
        collect(from: parts)
        collect(from: filters)
        define(target)
      case .filtered(let filters, let parts):
        collect(from: parts)
        collect(from: filters)
      case .macro(let macro):
        collect(from: macro)
        defined.insert(macro.name)
      case .call(let callee, let arguments, let macro):
        collect(from: .call(callee, arguments))
        collect(from: macro)
      }
    }

    private mutating func collect(from loop: Template.Loop) {
      collect(from: loop.items)
      let outer = defined
      defined.insert("loop")
      define(loop.target)
      if let condition = loop.condition { collect(from: condition) }
      collect(from: loop.body)
      defined = outer
      collect(from: loop.otherwise)
    }

    private mutating func collect(from binding: Template.Binding) {
      collect(from: binding.value)
      define(binding.target)
    }

    private mutating func collect(from filters: [Template.FilterCall]) {
      for filter in filters { for argument in filter.arguments { collect(from: argument.value) } }
    }

    private mutating func define(_ target: Template.Target) {
      switch target {
      case .name(let name): defined.insert(name)
      case .attribute: break
      case .list(let targets): for target in targets { define(target) }
      }
    }

    private mutating func collect(from expression: Expression) {
      if case .name(let name) = expression, !defined.contains(name) { found.insert(name) }
      for part in expression.parts { collect(from: part) }
    }
  }
}

extension V1.Expression {
  /// The expressions that it is made of.
  fileprivate var parts: [Self] {
    switch self {
    case .constant, .name: []
    case .attribute(let base, _), .not(let base), .negative(let base): [base]
    case .item(let a, let b), .binary(let a, _, let b), .all(let a, let b), .any(let a, let b):
      [a, b]
    case .slice(let base, let start, let stop, let step):
      [base] + [start, stop, step].compactMap { $0 }
    case .call(let base, let arguments), .filter(_, _, let base, let arguments),
      .test(_, _, let base, let arguments):
      [base] + arguments.map(\.value)
    case .comparison(let first, let comparisons): [first] + comparisons.map(\.operand)
    case .conditional(let then, let when, let otherwise):
      [when, then] + (otherwise.map { [$0] } ?? [])
    case .list(let items): items
    case .mapping(let entries): entries.flatMap { [$0.key, $0.value] }
    }
  }
}
