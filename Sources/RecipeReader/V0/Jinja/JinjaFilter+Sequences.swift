extension JinjaEvaluation {
  /// The filters that look at a sequence as a whole.
  func whole(_ filter: JinjaFilter, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    switch filter {
    case .first, .last:
      let elements = try runtime.elements(of: value)
      return (filter == .first ? elements.first : elements.last)
        ?? undefined(nil, hint: "No \(filter.rawValue) item, sequence was empty.")
    case .count, .length: return .int(try runtime.length(of: value))
    case .list: return .list(of: try runtime.elements(of: value))
    case .reverse:
      if value.asNumber != nil || value.isNone {
        throw PythonError(.templateRuntimeError, "argument must be iterable")
      }
      let elements = try runtime.elements(of: value)
      guard case .string = value else { return .list(of: elements.reversed()) }
      return .string(try runtime.joined(.list(of: elements.reversed()), by: ""))
    case .items:
      if value.isUndefined { return .list(of: []) }
      guard case .dict(let dict) = value else {
        throw PythonError(.typeError, "Can only get item pairs from a mapping.")
      }
      return .list(of: dict.entries.map { .tuple([$0.key, $0.value]) })
    case .join:
      let values = try arguments.bound(to: ["d", "attribute"], of: "join")
      let elements = try mapped(try runtime.elements(of: value), by: values[1])
      var texts: [PythonValue] = []
      for element in elements { texts.append(.string(try runtime.text(of: element))) }
      return .string(
        try runtime.joined(.list(of: texts), by: try values[0].map(runtime.text) ?? ""))
    default:
      let values = try arguments.bound(to: ["attribute", "start"], of: "sum")
      var total = values[1] ?? .int(0)
      for element in try mapped(try runtime.elements(of: value), by: values[0]) {
        total = try runtime.apply(.add, total, element)
      }
      return total
    }
  }

  /// The filters that order or group elements.
  func ordering(_ filter: JinjaFilter, _ value: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    let name = filter.rawValue
    switch filter {
    case .sort:
      let values = try arguments.bound(
        to: ["reverse", "case_sensitive", "attribute"], of: name)
      let elements = try runtime.elements(of: value)
      let keys = try keys(of: elements, values[2], isCaseSensitive: values[1])
      let isDescending = try values[0].map(runtime.isTruthy) ?? false
      return .list(of: try runtime.sorted(elements, by: keys, descending: isDescending))
    case .dictsort:
      let values = try arguments.bound(to: ["case_sensitive", "by", "reverse"], of: name)
      guard case .dict(let dict) = value else {
        throw PythonError(.attributeError, "'\(value.typeName)' object has no attribute 'items'")
      }
      let isByValue = values[1]?.asString == "value"
      let keys = try keys(
        of: dict.entries.map { isByValue ? $0.value : $0.key }, nil, isCaseSensitive: values[0])
      let pairs = dict.entries.map { PythonValue.tuple([$0.key, $0.value]) }
      let isDescending = try values[2].map(runtime.isTruthy) ?? false
      return .list(of: try runtime.sorted(pairs, by: keys, descending: isDescending))
    case .min, .max:
      let values = try arguments.bound(to: ["case_sensitive", "attribute"], of: name)
      let elements = try runtime.elements(of: value)
      let keys = try keys(of: elements, values[1], isCaseSensitive: values[0])
      let sorted = try runtime.sorted(elements, by: keys, descending: filter == .max)
      return sorted.first ?? undefined(nil, hint: "No aggregated item, sequence was empty.")
    case .unique:
      let values = try arguments.bound(to: ["case_sensitive", "attribute"], of: name)
      let elements = try runtime.elements(of: value)
      let keys = try keys(of: elements, values[1], isCaseSensitive: values[0])
      var seen: Set<PythonKey> = []
      var result: [PythonValue] = []
      for (element, key) in zip(elements, keys) where seen.insert(try PythonKey(key)).inserted {
        result.append(element)
      }
      return .list(of: result)
    case .groupby:
      let values = try arguments.bound(
        to: ["attribute", "default", "case_sensitive"], required: 1, of: name)
      return try grouped(value, values)
    case .batch: return try batched(value, arguments)
    default: return try sliced(value, arguments)
    }
  }

  private func grouped(_ value: PythonValue, _ values: [PythonValue?]) throws(PythonError)
    -> PythonValue
  {
    let elements = try runtime.elements(of: value)
    let keys = try mapped(elements, by: values[0], fallback: values[1])
    let order = try runtime.sorted(
      elements.indices.map { .int($0) }, by: try lowered(keys, values[2]), descending: false)
    var groups: [(key: PythonValue, members: [PythonValue])] = []
    for index in order.compactMap(\.asInt) {
      if let last = groups.last, try runtime.areEqual(last.key, keys[index]) {
        groups[groups.count - 1].members.append(elements[index])
      } else {
        groups.append((keys[index], [elements[index]]))
      }
    }
    return .list(of: groups.map { .tuple([$0.key, .list(of: $0.members)]) })
  }

  private func batched(_ value: PythonValue, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(to: ["linecount", "fill_with"], required: 1, of: "batch")
    let size = max(1, try runtime.integer(values[0] ?? .none))
    let elements = try runtime.elements(of: value)
    var rows: [PythonValue] = []
    var start = 0
    while start < elements.count {
      let end = elements.count - start <= size ? elements.count : start + size
      var row = Array(elements[start..<end])
      if let fill = values[1], row.count < size {
        try runtime.allocate(size << 4)
        row += Array(repeating: fill, count: size - row.count)
      }
      rows.append(.list(of: row))
      start = end
    }
    return .list(of: rows)
  }

  private func sliced(_ value: PythonValue, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(to: ["slices", "fill_with"], required: 1, of: "slice")
    let count = max(1, try runtime.integer(values[0] ?? .none))
    try runtime.allocate(count << 4)
    let elements = try runtime.elements(of: value)
    let (size, extra) = elements.count.quotientAndRemainder(dividingBy: count)
    var rows: [PythonValue] = []
    var start = 0
    for index in 0..<count {
      let end = start + size + (index < extra ? 1 : 0)
      var row = Array(elements[start..<end])
      if let fill = values[1], index >= extra, extra > 0 { row.append(fill) }
      rows.append(.list(of: row))
      start = end
    }
    return .list(of: rows)
  }

  // MARK: - Keys

  private func keys(
    of elements: [PythonValue], _ attribute: PythonValue?, isCaseSensitive: PythonValue?
  ) throws(PythonError) -> [PythonValue] {
    try lowered(try mapped(elements, by: attribute), isCaseSensitive)
  }

  private func lowered(_ keys: [PythonValue], _ isCaseSensitive: PythonValue?)
    throws(PythonError) -> [PythonValue]
  {
    if try isCaseSensitive.map(runtime.isTruthy) ?? false { return keys }
    return keys.map { $0.asString.map { .string($0.lowercased()) } ?? $0 }
  }

  /// The attribute `a.b.0` of every element.
  func mapped(
    _ elements: [PythonValue], by attribute: PythonValue?, fallback: PythonValue? = nil
  ) throws(PythonError) -> [PythonValue] {
    guard let attribute, case let path = try parts(of: attribute), !path.isEmpty else {
      return elements
    }
    var result: [PythonValue] = []
    for element in elements {
      var value = element
      for part in path {
        try runtime.spend()
        value = try item(part, of: value)
        if value.isUndefined, let fallback { value = fallback }
      }
      result.append(value)
    }
    return result
  }

  private func parts(of attribute: PythonValue) throws(PythonError) -> [PythonValue] {
    switch attribute {
    case .none: return []
    case .int: return [attribute]
    default:
      return try runtime.string(attribute, "attribute").split(separator: ".").map {
        Int($0).map(PythonValue.int) ?? .string(String($0))
      }
    }
  }
}
