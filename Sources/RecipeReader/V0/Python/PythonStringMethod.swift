enum PythonStringMethod: String {
  case lower, upper, title, capitalize, swapcase, casefold
  case startswith, endswith, find, rfind, index, rindex, count
  case split, rsplit, splitlines, partition, rpartition, join, replace
  case strip, lstrip, rstrip, removeprefix, removesuffix
  case zfill, ljust, rjust, center, format, encode
  case isdigit, isnumeric, isdecimal, isalpha, isalnum, isspace, islower, isupper
}

extension PythonStringMethod {
  fileprivate var takesNothing: Bool {
    switch self {
    case .lower, .upper, .title, .capitalize, .swapcase, .casefold, .isdigit, .isnumeric,
      .isdecimal, .isalpha, .isalnum, .isspace, .islower, .isupper:
      true
    default: false
    }
  }
}

extension PythonRuntime {
  func call(_ method: PythonStringMethod, of text: String, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    try allocate(text.utf8.count)
    if let part = arguments.positional.first?.asString { try search(text, for: part) }
    if method.takesNothing {
      _ = try arguments.bound(to: [], of: method.rawValue)
    }
    switch method {
    case .lower, .casefold: return .string(text.lowercased())
    case .upper: return .string(text.uppercased())
    case .title: return .string(PythonCase.title(text))
    case .capitalize: return .string(PythonCase.capitalized(text))
    case .swapcase: return .string(PythonCase.swapped(text))
    case .startswith, .endswith: return .bool(try matches(method, text, arguments))
    case .find, .rfind, .index, .rindex, .count: return try search(method, text, arguments)
    case .split, .rsplit, .splitlines, .partition, .rpartition:
      return try split(method, text, arguments)
    case .join:
      let values = try arguments.bound(to: ["iterable"], required: 1, of: "join")
      return .string(try joined(values[0] ?? .none, by: text))
    case .replace: return .string(try replaced(text, arguments))
    case .strip, .lstrip, .rstrip:
      var characters: String?
      if let given = try arguments.bound(to: ["chars"], of: method.rawValue)[0], !given.isNone {
        characters = try string(given, method.rawValue)
      }
      return .string(
        PythonText.stripped(
          text, of: characters, left: method != .rstrip, right: method != .lstrip))
    case .removeprefix:
      let part = try string(arguments.positional.first, method.rawValue)
      let isThere = text.utf8.starts(with: part.utf8)
      return .string(
        isThere ? String(decoding: text.utf8.dropFirst(part.utf8.count), as: UTF8.self) : text)
    case .removesuffix:
      let part = try string(arguments.positional.first, method.rawValue)
      let isThere = PythonText.ends(Array(text.utf8), with: Array(part.utf8))
      return .string(
        isThere ? String(decoding: text.utf8.dropLast(part.utf8.count), as: UTF8.self) : text)
    case .zfill, .ljust, .rjust, .center: return .string(try padded(method, text, arguments))
    case .format: return .string(try formatted(text, arguments))
    case .encode: return .string(text)
    case .isdigit, .isnumeric, .isdecimal, .isalpha, .isalnum, .isspace, .islower, .isupper:
      return .bool(PythonCase.holds(method, for: text))
    }
  }

  /// Pays for looking for `part` in `text`, which in the worst case takes their product.
  func search(_ text: String, for part: String) throws(PythonError) {
    let (product, overflow) = text.utf8.count.multipliedReportingOverflow(by: part.utf8.count)
    try spend(overflow ? Int.max >> 1 : product >> 10)
  }

  private func matches(
    _ method: PythonStringMethod, _ text: String, _ arguments: PythonArguments
  ) throws(PythonError) -> Bool {
    let parameters = ["prefix", "start", "end"]
    let values = try arguments.bound(to: parameters, required: 1, of: method.rawValue)
    let range = PythonSlice(start: values[1] ?? .none, stop: values[2] ?? .none, step: .none)
    let bytes =
      values[1] == nil
      ? Array(text.utf8) : Array((try slice(.string(text), range)).asString?.utf8 ?? "".utf8)
    let candidates: [PythonValue]
    switch values[0] ?? .none {
    case .string(let part): candidates = [.string(part)]
    case .tuple(let parts): candidates = parts
    case let other:
      throw PythonError(
        .typeError,
        "\(method.rawValue) first arg must be str or a tuple of str, not \(other.typeName)")
    }
    for candidate in candidates {
      let part = Array(try string(candidate, method.rawValue).utf8)
      let isMatch =
        method == .startswith
        ? PythonText.starts(bytes, with: part) : PythonText.ends(bytes, with: part)
      if isMatch { return true }
    }
    return false
  }

  private func search(
    _ method: PythonStringMethod, _ text: String, _ arguments: PythonArguments
  ) throws(PythonError) -> PythonValue {
    let values = try arguments.bound(to: ["sub", "start", "end"], required: 1, of: method.rawValue)
    let part = Array(try string(values[0], method.rawValue).utf8)
    let bytes = Array(text.utf8)
    if method == .count {
      return .int(
        part.isEmpty ? text.unicodeScalars.count + 1 : positions(of: part, in: bytes).count)
    }
    let isLast = method == .rfind || method == .rindex
    let start = try values[1].map(integer) ?? 0
    let offset = text.unicodeScalars.prefix(max(0, start)).reduce(0) { $0 + UTF8.width($1) }
    let found =
      isLast
      ? PythonText.findLast(part, in: bytes) : PythonText.find(part, in: bytes, from: offset)
    if let found {
      return .int(String(decoding: bytes[..<found], as: UTF8.self).unicodeScalars.count)
    }
    if method == .find || method == .rfind { return .int(-1) }
    throw PythonError(.valueError, "substring not found")
  }

  private func positions(of part: [UInt8], in bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    var start = 0
    while let found = PythonText.find(part, in: bytes, from: start) {
      result.append(found)
      start = found + part.count
    }
    return result
  }

  func joined(_ values: PythonValue, by separator: String) throws(PythonError) -> String {
    var result = ""
    for (index, element) in try elements(of: values).enumerated() {
      guard let part = element.asString else {
        throw PythonError(
          .typeError, "sequence item \(index): expected str instance, \(element.typeName) found")
      }
      if index > 0 { result += separator }
      result += part
      if result.utf8.count > limits.size { try allocate(result.utf8.count) }
    }
    try allocate(result.utf8.count)
    return result
  }

  private func replaced(_ text: String, _ arguments: PythonArguments) throws(PythonError)
    -> String
  {
    let values = try arguments.bound(to: ["old", "new", "count"], required: 2, of: "replace")
    return try replaced(
      text, try string(values[0], "replace"), try string(values[1], "replace"),
      limit: try values[2].map(integer) ?? -1)
  }

  func replaced(_ text: String, _ old: String, _ new: String, limit: Int = -1)
    throws(PythonError) -> String
  {
    var remaining = limit < 0 ? Int.max : limit
    if old.isEmpty {
      var result = ""
      for scalar in text.unicodeScalars {
        if remaining > 0 {
          result += new
          remaining -= 1
        }
        result.unicodeScalars.append(scalar)
        if result.utf8.count > limits.size { try allocate(result.utf8.count) }
      }
      return remaining > 0 ? result + new : result
    }
    let (bytes, part, substitute) = (Array(text.utf8), Array(old.utf8), Array(new.utf8))
    var result: [UInt8] = []
    var start = 0
    while remaining > 0, let found = PythonText.find(part, in: bytes, from: start) {
      result += bytes[start..<found]
      result += substitute
      if result.count > limits.size { try allocate(result.count) }
      start = found + part.count
      remaining -= 1
    }
    if start == 0 { return text }
    result += bytes[start...]
    try allocate(result.count)
    return String(decoding: result, as: UTF8.self)
  }
}
