enum PythonDictMethod: String {
  case get, items, keys, values, pop, update, setdefault, copy, clear
}

extension PythonRuntime {
  func call(_ method: PythonDictMethod, of dict: PythonDict, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    try spend(dict.count)
    let name = method.rawValue
    switch method {
    case .get:
      let values = try arguments.bound(to: ["key", "default"], required: 1, of: name)
      return try dict.value(for: values[0] ?? .none) ?? values[1] ?? .none
    case .setdefault:
      let values = try arguments.bound(to: ["key", "default"], required: 1, of: name)
      let key = values[0] ?? .none
      if let value = try dict.value(for: key) { return value }
      let value = values[1] ?? .none
      try dict.set(value, for: key)
      return value
    case .pop:
      let values = try arguments.bound(to: ["key", "default"], required: 1, of: name)
      if let value = try dict.remove(values[0] ?? .none) ?? values[1] { return value }
      throw PythonError(.keyError, try representation(of: values[0] ?? .none))
    case .items, .keys, .values: return .object(PythonDictView(dict, method))
    case .copy: return .dict(dict.copy())
    case .clear:
      for key in dict.entries.map(\.key) { try dict.remove(key) }
      return .none
    case .update:
      try update(dict, arguments)
      return .none
    }
  }

  /// `dict(…)` and `dict.update(…)`.
  func update(_ dict: PythonDict, _ arguments: PythonArguments) throws(PythonError) {
    for source in arguments.positional {
      if case .dict(let other) = source {
        try spend(other.count)
        for (key, value) in other.entries { try dict.set(value, for: key) }
        continue
      }
      for pair in try elements(of: source) {
        let parts = try elements(of: pair)
        guard parts.count == 2 else {
          throw PythonError(
            .valueError,
            "dictionary update sequence element has length \(parts.count); 2 is required"
          )
        }
        try dict.set(parts[1], for: parts[0])
      }
    }
    for (name, value) in arguments.keywords { dict.set(value, for: name) }
  }
}
