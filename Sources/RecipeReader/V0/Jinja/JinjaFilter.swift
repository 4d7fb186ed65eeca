/// jinja2's built-in filters that need nothing but their input.
enum JinjaFilter: String, CaseIterable {
  case abs, attr, batch, capitalize, center, count, d, `default`, dictsort, e, escape
  case first, float, forceescape, format, groupby, indent, int, items, join, last, length, list
  case lower, map, max, min, reject, rejectattr, replace, reverse, round, safe, select, selectattr
  case slice, sort, string, sum, title, tojson, trim, truncate, unique, upper, urlencode
  case wordcount
}

extension JinjaEvaluation {
  func apply(_ name: String, to value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    try runtime.spend()
    guard let filter = JinjaFilter(rawValue: name) else {
      if ["filesizeformat", "pprint", "random", "striptags", "urlize", "wordwrap", "xmlattr"]
        .contains(name)
      {
        throw PythonError(.unsupported, "the filter '\(name)' is not supported")
      }
      throw PythonError(.templateSyntaxError, "No filter named '\(name)'.")
    }
    switch filter {
    case .d, .default: return try defaulted(value, arguments)
    case .int, .float, .abs, .round: return try number(filter, value, arguments)
    case .capitalize, .center, .escape, .e, .forceescape, .format, .indent, .lower, .replace,
      .title, .trim, .truncate, .upper, .urlencode, .string, .safe, .tojson:
      return .string(try text(filter, value, arguments))
    case .wordcount: return .int(PythonCase.wordCount(try runtime.text(of: value)))
    case .attr:
      let name = try runtime.string(arguments.positional.first, "attr")
      return try runtime.attribute(name, of: value) ?? undefined(name)
    case .first, .last, .count, .length, .reverse, .list, .items, .join, .sum:
      return try whole(filter, value, arguments)
    case .batch, .dictsort, .groupby, .max, .min, .slice, .sort, .unique:
      return try ordering(filter, value, arguments)
    case .map, .select, .reject, .selectattr, .rejectattr:
      return try elementwise(filter, value, arguments)
    }
  }

  private func defaulted(_ value: PythonValue, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(to: ["default_value", "boolean"], of: "default")
    let fallback = values[0] ?? .string("")
    if value.isUndefined { return fallback }
    guard try values[1].map(runtime.isTruthy) ?? false else { return value }
    return try runtime.isTruthy(value) ? value : fallback
  }

  // MARK: - Numbers

  private func number(
    _ filter: JinjaFilter, _ value: PythonValue, _ arguments: PythonArguments
  ) throws(PythonError) -> PythonValue {
    switch filter {
    case .abs:
      if let number = value.asInt, number != .min { return .int(Swift.abs(number)) }
      if let number = value.asNumber { return .float(Swift.abs(number)) }
      throw PythonError(.typeError, "bad operand type for abs(): '\(value.typeName)'")
    case .int:
      let values = try arguments.bound(to: ["default", "base"], of: "int")
      let base = try values[1].map(runtime.integer) ?? 10
      if let result = try converted({ () throws(PythonError) in try runtime.int(value, base: base) }
      ) {
        return result
      }
      let float = try converted { () throws(PythonError) in
        try runtime.int(try runtime.float(value))
      }
      return float ?? values[0] ?? .int(0)
    case .float:
      let values = try arguments.bound(to: ["default"], of: "float")
      return try converted { () throws(PythonError) in try runtime.float(value) } ?? values[0]
        ?? .float(0)
    default: return try rounded(value, arguments)
    }
  }

  /// nil where Python raises what jinja2 turns into the default.
  private func converted(_ body: () throws(PythonError) -> PythonValue) throws(PythonError)
    -> PythonValue?
  {
    do throws(PythonError) {
      return try body()
    } catch {
      switch error.kind {
      case .typeError, .valueError, .overflowError: return nil
      default: throw error
      }
    }
  }

  private func rounded(_ value: PythonValue, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(to: ["precision", "method"], of: "round")
    let precision = try values[0].map(runtime.integer) ?? 0
    let method = try values[1].map { (value) throws(PythonError) in
      try runtime.string(value, "round")
    }
    if case .undefined(let missing) = value, missing.isStrict { throw missing.error }
    guard let number = value.asNumber else {
      throw PythonError(.typeError, "type \(value.typeName) doesn't define __round__ method")
    }
    if let whole = value.asInt, method == nil || method == "common", precision >= 0 {
      return .int(whole)
    }
    guard (-15...15).contains(precision) else { return .float(number) }
    let isWhole = value.asInt != nil && (method == nil || method == "common")
    var scale = 1.0
    for _ in 0..<Swift.abs(precision) { scale *= 10 }
    if precision < 0 { scale = 1 / scale }
    let rule: FloatingPointRoundingRule
    switch method {
    case nil, "common": rule = .toNearestOrEven
    case "ceil": rule = .up
    case "floor": rule = .down
    default: throw PythonError(.templateRuntimeError, "method must be common, ceil or floor")
    }
    let result = (number * scale).rounded(rule) / scale
    return isWhole ? Int(exactly: result).map(PythonValue.int) ?? .float(result) : .float(result)
  }
}
