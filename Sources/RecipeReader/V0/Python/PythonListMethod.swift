enum PythonListMethod: String {
  case append, extend, insert, pop, remove, index, count, sort, reverse, copy, clear
}

extension PythonRuntime {
  func call(_ method: PythonListMethod, of list: PythonList, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    try spend(list.elements.count >> 3)
    let name = method.rawValue
    switch method {
    case .append:
      let value = try arguments.bound(to: ["object"], required: 1, of: name)[0] ?? .none
      try allocate((list.elements.count + 1) << 3)
      list.elements.append(value)
    case .extend:
      let value = try arguments.bound(to: ["iterable"], required: 1, of: name)[0] ?? .none
      let added = try elements(of: value)
      try allocate((list.elements.count + added.count) << 5)
      list.elements += added
    case .insert:
      let values = try arguments.bound(to: ["index", "object"], required: 2, of: name)
      let index = try integer(values[0] ?? .none)
      let count = list.elements.count
      let position = index < 0 ? max(0, index &+ count) : min(index, count)
      list.elements.insert(values[1] ?? .none, at: position)
    case .pop:
      let value = try arguments.bound(to: ["index"], of: name)[0]
      let index = try value.map(integer) ?? -1
      let position = index < 0 ? index &+ list.elements.count : index
      guard list.elements.indices.contains(position) else {
        throw PythonError(
          .indexError, list.elements.isEmpty ? "pop from empty list" : "pop index out of range")
      }
      return list.elements.remove(at: position)
    case .remove:
      list.elements.remove(at: try position(of: arguments, in: list, name))
    case .index:
      return .int(try position(of: arguments, in: list, name))
    case .count:
      let value = try arguments.bound(to: ["value"], required: 1, of: name)[0] ?? .none
      var count = 0
      for element in list.elements where try areEqual(element, value) { count += 1 }
      return .int(count)
    case .sort:
      let isDescending = try arguments.keyword("reverse").map(isTruthy) ?? false
      list.elements = try sorted(list.elements, descending: isDescending)
    case .reverse: list.elements.reverse()
    case .copy: return .list(of: list.elements)
    case .clear: list.elements = []
    }
    return .none
  }

  private func position(of arguments: PythonArguments, in list: PythonList, _ name: String)
    throws(PythonError) -> Int
  {
    let value = try arguments.bound(to: ["value"], required: 1, of: name)[0] ?? .none
    for (index, element) in list.elements.enumerated() where try areEqual(element, value) {
      return index
    }
    throw PythonError(.valueError, "\(try representation(of: value)) is not in list")
  }

  /// An argument that has to be a whole number.
  func integer(_ value: PythonValue) throws(PythonError) -> Int {
    if let number = value.asInt { return number }
    throw PythonError(
      .typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
  }

  /// An argument that has to be text.
  func string(_ value: PythonValue?, _ function: String) throws(PythonError) -> String {
    if let text = value?.asString { return text }
    throw PythonError(
      .typeError, "\(function)() argument must be str, not \((value ?? .none).typeName)")
  }
}
