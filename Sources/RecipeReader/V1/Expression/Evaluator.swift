extension V1 {
  /// Works out what expressions are worth in one scope, and remembers the names that they asked for.
  struct Evaluator {
    var scope: Scope
    /// Every variable that was looked up, defined or not; functions are no variables.
    private(set) var accessed: Set<String> = []
    /// Environment variables that were asked for without permission.
    private(set) var refusedEnvironment: Set<String> = []
    /// What the statements of a template define while it is rendered.
    var frames = TemplateFrames()
    /// Steps of the template so far.
    var work = 0
    /// Macros that are being called.
    var calls = 0

    init(scope: Scope) { self.scope = scope }

    mutating func note(access name: String) {
      guard !accessed.contains(name), !Function.names.contains(name) else { return }
      accessed.insert(name)
    }

    /// Names that were noted before and are no functions.
    mutating func note(known names: Set<String>) {
      if accessed.isEmpty { accessed = names } else if !names.isEmpty { accessed.formUnion(names) }
    }

    mutating func note(accesses names: some Sequence<String>) {
      for name in names { note(access: name) }
    }

    mutating func restore(accesses names: Set<String>) { accessed = names }

    mutating func note(refusedEnvironment name: String) { refusedEnvironment.insert(name) }

    mutating func value(of expression: Expression) throws(ExpressionError) -> Value {
      switch expression {
      case .constant(let value): return value
      case .name(let name): return lookUp(name) ?? .undefined
      case .attribute(let base, let name):
        let value = try value(of: base)
        if let found = value[key: .string(name)] { return found }
        return try missing(in: value, base)
      case .item(let base, let key):
        let value = try value(of: base)
        let index = try self.value(of: key)
        if let found = Slicing.item(of: value, at: index) { return found }
        return try missing(in: value, base)
      case .slice(let base, let start, let stop, let step):
        let value = try operand(base)
        let bounds = (try bound(start), try bound(stop), try bound(step))
        return try Slicing.slice(value, start: bounds.0, stop: bounds.1, step: bounds.2)
      case .call(let callee, let arguments): return try call(callee, arguments)
      case .filter(let name, let filter, let operand, let arguments):
        return try apply(filter, named: name, to: operand, arguments)
      case .test(let name, let test, let operand, let arguments):
        return .boolean(try holds(test, named: name, for: operand, arguments))
      case .not(let operand): return .boolean(try !condition(operand).isTrue)
      case .negative(let operand): return try Operators.negated(try self.operand(operand))
      case .binary(let a, let kind, let b):
        let left = try operand(a)
        return try Operators.apply(kind, left, try operand(b))
      case .comparison(let first, let comparisons):
        return .boolean(try holds(first, comparisons))
      case .all(let a, let b):
        let left = try condition(a)
        return left.isTrue ? try value(of: b) : left
      case .any(let a, let b):
        let left = try condition(a)
        return left.isTrue ? left : try value(of: b)
      case .conditional(let then, let when, let otherwise):
        if try condition(when).isTrue { return try value(of: then) }
        guard let otherwise else { return .absent }
        return try value(of: otherwise)
      case .list(let items):
        var values: [Value] = []
        for item in items { values.append(try value(of: item)) }
        return .list(values)
      case .mapping(let entries):
        var pairs: [Value.Pair] = []
        for entry in entries {
          let key = try value(of: entry.key)
          pairs.append(.init(key: key, value: try value(of: entry.value)))
        }
        return .mapping(of: pairs)
      }
    }

    /// What a name stands for, noting that it was asked for; functions come last.
    mutating func lookUp(_ name: String) -> Value? {
      // What the template itself defined is nothing that a variant could change.
      if !frames.isEmpty, let value = frames[name] {
        // What is done with long lists takes long.
        work += (value.items?.count ?? 0) / 100
        return value
      }
      if !scope.local.isEmpty, let value = scope.local[name] { return value }
      note(access: name)
      if let value = scope[name] { return value }
      if let function = Function(rawValue: name) { return .function(function) }
      return Value.Host(rawValue: name).map { .host($0) }
    }

    /// A value that may not be undefined.
    mutating func operand(_ expression: Expression) throws(ExpressionError) -> Value {
      let value = try value(of: expression)
      if case .undefined = value { throw Self.undefined(expression) }
      return value
    }

    /// A value that decides something.
    mutating func condition(_ expression: Expression) throws(ExpressionError) -> Value {
      try operand(expression)
    }

    static func undefined(_ expression: Expression) -> ExpressionError {
      if case .name(let name) = expression { .undefinedName(name) } else { .undefined }
    }

    /// What isn't there is undefined, unless the whole already was.
    private func missing(in value: Value, _ base: Expression) throws(ExpressionError) -> Value {
      guard !value.isUndefined else { throw Self.undefined(base) }
      return .undefined
    }

    private mutating func bound(_ expression: Expression?) throws(ExpressionError) -> Value {
      guard let expression else { return Value.none }
      return try value(of: expression)
    }

    private mutating func holds(
      _ first: Expression, _ comparisons: [Expression.Comparison]
    ) throws(ExpressionError) -> Bool {
      var left = try operand(first)
      for comparison in comparisons {
        let right = try operand(comparison.operand)
        guard try Self.holds(left, comparison.relation, right) else { return false }
        left = right
      }
      return true
    }

    private static func holds(
      _ a: Value, _ relation: Expression.Relation, _ b: Value
    ) throws(ExpressionError) -> Bool {
      switch relation {
      case .equal: a.equals(b)
      case .notEqual: !a.equals(b)
      case .less: a.order(to: b) == .before
      case .lessOrEqual: a.order(to: b) != .after
      case .greater: a.order(to: b) == .after
      case .greaterOrEqual: a.order(to: b) != .before
      case .contained: try Operators.isContained(a, in: b)
      case .notContained: try !Operators.isContained(a, in: b)
      }
    }
  }
}
