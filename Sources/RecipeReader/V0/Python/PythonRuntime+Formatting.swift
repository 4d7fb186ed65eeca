extension PythonRuntime {
  func padded(_ method: PythonStringMethod, _ text: String, _ arguments: PythonArguments)
    throws(PythonError) -> String
  {
    let values = try arguments.bound(to: ["width", "fillchar"], required: 1, of: method.rawValue)
    let width = try integer(values[0] ?? .none)
    let fill = try values[1].map { value throws(PythonError) in try string(value, "fill") } ?? " "
    let missing = width - text.unicodeScalars.count
    if missing <= 0 { return text }
    try allocate(missing)
    switch method {
    case .ljust: return text + String(repeating: fill, count: missing)
    case .rjust: return String(repeating: fill, count: missing) + text
    case .zfill:
      let zeros = String(repeating: "0", count: missing)
      guard let sign = text.unicodeScalars.first, sign == "-" || sign == "+" else {
        return zeros + text
      }
      return String(sign) + zeros + String(text.unicodeScalars.dropFirst())
    default:
      let left = missing / 2 + (missing & width & 1)
      return String(repeating: fill, count: left) + text
        + String(repeating: fill, count: missing - left)
    }
  }

  /// `text.format(…)`: replacement fields with names, numbers and simple formats.
  func formatted(_ text: String, _ arguments: PythonArguments) throws(PythonError) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    var automatic = 0
    while let scalar = rest.popFirst() {
      guard scalar == "{" || scalar == "}" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == scalar {
        rest.removeFirst()
        result.unicodeScalars.append(scalar)
        continue
      }
      guard scalar == "{", let end = rest.firstIndex(of: "}") else {
        throw PythonError(.valueError, "Single '\(scalar)' encountered in format string")
      }
      var field = String(String.UnicodeScalarView(rest[..<end]))
      rest = rest[rest.index(after: end)...]
      var specification = ""
      if let colon = field.firstIndex(of: ":") {
        specification = String(field[field.index(after: colon)...])
        field = String(field[..<colon])
      }
      if field.isEmpty {
        field = String(automatic)
        automatic += 1
      }
      result += try formatted(try argument(field, arguments), as: specification)
      try allocate(result.utf8.count)
    }
    return result
  }

  /// `0`, `name`, `0[key]` or `name.attribute`.
  private func argument(_ field: String, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    guard let end = field.firstIndex(where: { $0 == "[" || $0 == "." }) else {
      return try plainArgument(field, arguments)
    }
    var value = try plainArgument(String(field[..<end]), arguments)
    for part in field[end...].split(whereSeparator: { "[.]".contains($0) }) {
      let name = String(part)
      let key = Int(name).map(PythonValue.int) ?? .string(name)
      var next = try item(key, of: value)
      if next == nil { next = try attribute(name, of: value) }
      guard let next else { throw PythonError(.keyError, "'\(name)'") }
      value = next
    }
    return value
  }

  private func plainArgument(_ field: String, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    if let index = Int(field) {
      if arguments.positional.indices.contains(index) { return arguments.positional[index] }
      throw PythonError(
        .indexError, "Replacement index \(index) out of range for positional args tuple")
    }
    if let value = arguments.keyword(field) { return value }
    throw PythonError(.keyError, "'\(field)'")
  }

  /// `format(value, specification)` as far as `[[fill]align][0][width][.precision][type]` goes.
  private func formatted(_ value: PythonValue, as specification: String) throws(PythonError)
    -> String
  {
    if case .object(let object) = value, let text = try object.formatted(specification) {
      return text
    }
    if specification.isEmpty { return try text(of: value) }
    let format = PythonFormat(specification)
    guard let text = try format.text(of: value, self) else {
      throw PythonError(.unsupported, "the format '\(specification)' is not supported")
    }
    return text
  }

  /// `format % value`.
  func formatted(_ format: String, with value: PythonValue) throws(PythonError) -> String {
    var values: [PythonValue] = [value]
    if case .tuple(let elements) = value { values = elements }
    var result = ""
    var rest = format.unicodeScalars[...]
    var next = 0
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      var name: String?
      if rest.first == "(", let end = rest.firstIndex(of: ")") {
        name = String(String.UnicodeScalarView(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      }
      let flags = rest.prefix { "-+ #0123456789.".unicodeScalars.contains($0) }
      rest = rest[flags.endIndex...]
      guard let type = rest.popFirst() else {
        throw PythonError(.valueError, "incomplete format")
      }
      if type == "%" {
        result += "%"
        continue
      }
      let argument: PythonValue
      if let name {
        guard case .dict(let dict) = value, let named = dict[name] else {
          throw PythonError(.keyError, "'\(name)'")
        }
        argument = named
      } else {
        guard values.indices.contains(next) else {
          throw PythonError(.typeError, "not enough arguments for format string")
        }
        argument = values[next]
        next += 1
      }
      result += try formatted(argument, String(String.UnicodeScalarView(flags)), type)
      try allocate(result.utf8.count)
    }
    if next < values.count, !format.unicodeScalars.contains("("), !isMapping(value) {
      throw PythonError(.typeError, "not all arguments converted during string formatting")
    }
    return result
  }

  private func isMapping(_ value: PythonValue) -> Bool {
    switch value {
    case .dict, .list, .undefined: true
    default: false
    }
  }

  private func formatted(_ value: PythonValue, _ flags: String, _ type: Unicode.Scalar)
    throws(PythonError) -> String
  {
    var format = PythonFormat(percent: flags, type: type)
    var value = value
    switch type {
    case "s": value = .string(try text(of: value))
    case "r": value = .string(try representation(of: value))
    case "d", "i", "u":
      guard let number = value.asNumber else {
        throw PythonError(
          .typeError, "%\(type) format: a real number is required, not \(value.typeName)")
      }
      value = .int(value.asInt ?? Int(exactly: number.rounded(.towardZero)) ?? 0)
      format.type = "d"
    case "f", "F", "x", "X", "o", "c": break
    default:
      throw PythonError(.valueError, "unsupported format character '\(type)'")
    }
    if let text = try format.text(of: value, self) { return text }
    throw PythonError(.typeError, "must be real number, not \(value.typeName)")
  }
}
