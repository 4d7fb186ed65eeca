extension V1 {
  /// The variables that an expression mentions, found without evaluating it: what the variant matrix
  /// has to vary even where the engine can't know yet whether a branch is taken.
  struct UsedVariables: Sendable {
    private var found: Set<String> = []

    init() {}

    init(of expression: Expression) { collect(from: expression) }

    var names: [String] { found.isEmpty ? [] : found.sorted { Value.byteOrder($0, $1) == .before } }

    mutating func collect(from expression: Expression) {
      switch expression {
      case .constant: break
      case .name(let name): found.insert(name)
      case .attribute(let base, _), .not(let base), .negative(let base): collect(from: base)
      case .item(let base, let key):
        collect(from: base)
        collect(from: key)
      case .slice(let base, let start, let stop, let step):
        collect(from: base)
        for bound in [start, stop, step] { if let bound { collect(from: bound) } }
      case .call(let callee, let arguments): collect(call: callee, arguments)
      case .filter(_, _, let operand, let arguments), .test(_, _, let operand, let arguments):
        collect(from: operand)
        collect(from: arguments)
      case .binary(let a, _, let b), .all(let a, let b), .any(let a, let b):
        collect(from: a)
        collect(from: b)
      case .comparison(let first, let comparisons):
        collect(from: first)
        for comparison in comparisons { collect(from: comparison.operand) }
      case .conditional(let then, let when, let otherwise):
        collect(from: when)
        collect(from: then)
        if let otherwise { collect(from: otherwise) }
      case .list(let items): for item in items { collect(from: item) }
      // The engine looks at the keys only.
      case .mapping(let entries): for entry in entries { collect(from: entry.key) }
      }
    }

    private mutating func collect(from arguments: [Expression.Argument]) {
      for argument in arguments { collect(from: argument.value) }
    }

    private mutating func collect(call callee: Expression, _ arguments: [Expression.Argument]) {
      guard case .name(let name) = callee else {
        collect(from: callee)
        return collect(from: arguments)
      }
      switch Function(rawValue: name) {
      case .compiler?, .stdlib?:
        guard let first = arguments.first, first.kind == .positional,
          case .constant(.string(let language)) = first.value
        else { return collect(from: arguments) }
        found.insert("\(language)_\(name)")
        found.insert("\(language)_\(name)_version")
        found.insert("CONDA_BUILD_SYSROOT")
      case .pinSubpackage?, .pinCompatible?, .match?: collect(from: arguments)
      case .cdt?: found.insert("cdt_name")
      default:
        found.insert(name)
        collect(from: arguments)
      }
    }
  }
}
