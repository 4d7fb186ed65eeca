/// The functions that every jinja2 template has.
enum JinjaGlobals {
  static func value(named name: String) -> PythonValue? {
    switch name {
    case "range": .object(PythonFunction(name, range))
    case "dict": .object(PythonFunction(name, dict))
    case "namespace":
      .object(
        PythonFunction(name) { (arguments, runtime) throws(PythonError) -> PythonValue in
          let values = PythonDict()
          try runtime.update(values, arguments)
          return .object(JinjaNamespace(values))
        })
    case "cycler":
      .object(
        PythonFunction(name) { (arguments, _) throws(PythonError) -> PythonValue in
          guard !arguments.positional.isEmpty else {
            throw PythonError(.runtimeError, "at least one item has to be provided")
          }
          return .object(JinjaCycler(arguments.positional))
        })
    case "joiner":
      .object(
        PythonFunction(name) { (arguments, _) throws(PythonError) -> PythonValue in
          let values = try arguments.bound(to: ["sep"], of: name)
          return .object(JinjaJoiner(values[0] ?? .string(", ")))
        })
    default: nil
    }
  }

  private static func dict(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let result = PythonDict()
    try runtime.update(result, arguments)
    return .dict(result)
  }

  private static func range(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let values = try arguments.bound(to: ["start", "stop", "step"], required: 1, of: "range")
    let first = try runtime.integer(values[0] ?? .none)
    let (start, stop) =
      try values[1].map { (value) throws(PythonError) in
        (first, try runtime.integer(value))
      } ?? (0, first)
    let step = try values[2].map(runtime.integer) ?? 1
    if step == 0 { throw PythonError(.valueError, "range() arg 3 must not be zero") }
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    if overflow { throw PythonError(.limit, "the range is too long") }
    let count =
      distance == 0 || (distance < 0) != (step < 0) ? 0 : (distance - step.signum()) / step + 1
    try runtime.allocate(min(count, 1 << 40) << 4)
    return .list(of: (0..<count).map { .int(start + $0 * step) })
  }
}
