/// A moment as Python's `datetime` has it: recipes make versions of dates in tags (`29Aug2024`).
final class V0Date: PythonObject {
  /// Year, month, day, hour, minute, second.
  private let parts: [Int]

  private static let names = ["year", "month", "day", "hour", "minute", "second"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private init(_ parts: [Int]) { self.parts = parts }

  var typeName: String { "datetime.datetime" }

  func text(_ runtime: PythonRuntime) throws(PythonError) -> String {
    try printed("%Y-%m-%d %H:%M:%S")
  }

  func attribute(_ name: String) -> PythonValue? {
    if let index = Self.names.firstIndex(of: name) { return .int(parts[index]) }
    guard name == "strftime" else { return nil }
    return .object(
      PythonFunction(name) { (arguments, runtime) throws(PythonError) -> PythonValue in
        let values = try arguments.bound(to: ["format"], required: 1, of: name)
        return .string(try self.printed(try runtime.string(values[0], name)))
      })
  }

  // MARK: - Printing

  func formatted(_ specification: String) throws(PythonError) -> String? {
    try printed(specification.isEmpty ? "%Y-%m-%d %H:%M:%S" : specification)
  }

  private func printed(_ format: String) throws(PythonError) -> String {
    var result = ""
    var rest = format.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%", let code = rest.popFirst() else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch code {
      case "Y": result += String(parts[0])
      case "y": result += Self.twoDigits(parts[0] % 100)
      case "B": result += Self.months[parts[1] - 1]
      case "b": result += Self.months[parts[1] - 1].prefix(3)
      case "m": result += Self.twoDigits(parts[1])
      case "d": result += Self.twoDigits(parts[2])
      case "H": result += Self.twoDigits(parts[3])
      case "M": result += Self.twoDigits(parts[4])
      case "S": result += Self.twoDigits(parts[5])
      case "%": result += "%"
      default: throw Self.unsupported(code)
      }
    }
    return result
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func unsupported(_ code: Unicode.Scalar) -> PythonError {
    PythonError(.unsupported, "dates with %\(code) are not known here")
  }

  // MARK: - Reading

  /// `datetime.datetime.strptime(text, format)`
  static func read(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(to: ["date_string", "format"], required: 2, of: "strptime")
    let text = try runtime.string(values[0], "strptime")
    let format = try runtime.string(values[1], "strptime")
    guard let parts = try parts(of: text, format) else {
      throw PythonError(.valueError, "time data '\(text)' does not match format '\(format)'")
    }
    return .object(V0Date(parts))
  }

  private static func parts(of text: String, _ format: String) throws(PythonError) -> [Int]? {
    var parts = [1900, 1, 1, 0, 0, 0]
    var rest = text.unicodeScalars[...]
    var codes = format.unicodeScalars[...]
    while let scalar = codes.popFirst() {
      guard scalar == "%", let code = codes.popFirst() else {
        guard rest.popFirst() == scalar else { return nil }
        continue
      }
      switch code {
      case "Y":
        guard let year = number(&rest, 4...4) else { return nil }
        parts[0] = year
      case "y":
        guard let year = number(&rest, 2...2) else { return nil }
        parts[0] = year + (year < 69 ? 2000 : 1900)
      case "b", "B":
        guard let month = month(&rest, isShort: code == "b") else { return nil }
        parts[1] = month
      case "m", "d", "H", "M", "S":
        let codes: [Unicode.Scalar] = ["m", "d", "H", "M", "S"]
        guard let value = number(&rest, 1...2), let index = codes.firstIndex(of: code) else {
          return nil
        }
        parts[index + 1] = value
      case "%": guard rest.popFirst() == "%" else { return nil }
      default: throw unsupported(code)
      }
    }
    return rest.isEmpty && isDate(parts) ? parts : nil
  }

  private static func number(
    _ rest: inout Substring.UnicodeScalarView, _ digits: ClosedRange<Int>
  ) -> Int? {
    let found = rest.prefix(digits.upperBound).prefix { ("0"..."9").contains($0) }
    guard digits.contains(found.count) else { return nil }
    rest = rest.dropFirst(found.count)
    return Int(String(String.UnicodeScalarView(found)))
  }

  private static func month(
    _ rest: inout Substring.UnicodeScalarView, isShort: Bool
  ) -> Int? {
    let text = String(String.UnicodeScalarView(rest)).lowercased()
    for (index, month) in months.enumerated() {
      let name = (isShort ? String(month.prefix(3)) : month).lowercased()
      guard text.hasPrefix(name) else { continue }
      rest = rest.dropFirst(name.count)
      return index + 1
    }
    return nil
  }

  private static func isDate(_ parts: [Int]) -> Bool {
    let (year, month, day) = (parts[0], parts[1], parts[2])
    guard (1...12).contains(month), parts[3] < 24, parts[4] < 60, parts[5] < 60 else {
      return false
    }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year >= 1 && (1...days[month - 1]).contains(day)
  }
}
