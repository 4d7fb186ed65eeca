/// The `tojson` filter: JSON with sorted keys and without what HTML could take for markup.
enum JinjaJSON {
  static func htmlSafe(_ value: PythonValue, _ runtime: PythonRuntime) throws(PythonError)
    -> String
  {
    var result = ""
    for scalar in try text(of: value, runtime).unicodeScalars {
      switch scalar {
      case "<": result += "\\u003c"
      case ">": result += "\\u003e"
      case "&": result += "\\u0026"
      case "'": result += "\\u0027"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func text(of value: PythonValue, _ runtime: PythonRuntime) throws(PythonError)
    -> String
  {
    try runtime.spend()
    switch value {
    case .none: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int, .float: return try runtime.text(of: value)
    case .string(let text):
      try runtime.allocate(text.utf8.count)
      return quoted(text)
    case .list(let list): return try array(list.elements, runtime)
    case .tuple(let elements): return try array(elements, runtime)
    case .dict(let dict):
      var members: [(key: String, value: PythonValue)] = []
      for (key, value) in dict.entries { members.append((try runtime.text(of: key), value)) }
      members.sort { $0.key < $1.key }
      return try runtime.descend { () throws(PythonError) in
        var parts: [String] = []
        for (key, value) in members {
          parts.append(quoted(key) + ": " + (try text(of: value, runtime)))
        }
        return "{" + parts.joined(separator: ", ") + "}"
      }
    case .undefined, .object:
      throw PythonError(
        .typeError, "Object of type \(value.typeName) is not JSON serializable")
    }
  }

  private static func array(_ elements: [PythonValue], _ runtime: PythonRuntime)
    throws(PythonError) -> String
  {
    try runtime.descend { () throws(PythonError) in
      var parts: [String] = []
      for element in elements { parts.append(try text(of: element, runtime)) }
      return "[" + parts.joined(separator: ", ") + "]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }
}
