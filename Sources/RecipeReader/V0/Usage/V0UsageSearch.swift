/// Looks for used variables in recipe text, as conda-build does with regular expressions per line.
///
/// The patterns know nothing of words where they don't say so: `{% if mpi_build %}` uses `mpi`.
struct V0UsageSearch {
  private let lines: [ArraySlice<UInt8>]
  private let selectorsOnly: Bool
  private let pairs: V0BytePairs
  /// Languages in `compiler("…")` and `stdlib("…")`.
  private var targets: [String: Set<String>] = [:]
  private var usesCDT = false

  init(_ text: [UInt8], selectorsOnly: Bool) {
    lines = PythonLines.split(text)
    self.selectorsOnly = selectorsOnly
    pairs = V0BytePairs(text)
    usesCDT = lines.contains { Self.callsCDT($0) }
    guard !selectorsOnly else { return }
    for kind in ["compiler", "stdlib"] {
      targets[kind] = Set(lines.flatMap { Self.languages(in: $0, kind) })
    }
  }

  func used(of keys: [String]) -> Set<String> {
    var used: Set<String> = []
    for key in keys where isUsed(key) {
      used.insert(key)
      if ["c_stdlib", "c_compiler", "cxx_compiler"].contains(key),
        keys.contains("CONDA_BUILD_SYSROOT")
      {
        used.insert("CONDA_BUILD_SYSROOT")
      }
    }
    return used
  }

  private func isUsed(_ key: String) -> Bool {
    let target = selectorsOnly ? nil : V0Target(key)
    if let target, targets[target.kind]?.contains(target.language) ?? false { return true }
    let isCDT = target == nil && key.hasPrefix("cdt_")
    if isCDT, usesCDT { return true }
    let bytes = Array(key.utf8)
    guard !bytes.isEmpty, pairs.mayContain(bytes) else { return false }
    // Only where no function names the key do '-' and '_' count as one.
    let isExact = target != nil || isCDT
    return lines.contains { line in
      if isExact {
        guard !occurrences(of: bytes, in: line).isEmpty || mentions(target, line) else {
          return false
        }
      }
      return matches(V0UsageLine(line), bytes)
    }
  }

  private func mentions(_ target: V0Target?, _ line: ArraySlice<UInt8>) -> Bool {
    target.map { !occurrences(of: Array($0.language.utf8), in: line).isEmpty } ?? false
  }

  private func matches(_ line: V0UsageLine, _ key: [UInt8]) -> Bool {
    if !selectorsOnly, line.isRequirement(key) { return true }
    return occurrences(of: key, in: line.bytes).contains { start in
      let range = start..<(start + key.count)
      return selectorsOnly
        ? line.isInSelector(range)
        : line.isPrinted(range) || line.isInCondition(range) || line.isIterated(range)
          || line.isAssigned(range)
    }
  }

  private func occurrences(of part: [UInt8], in line: ArraySlice<UInt8>) -> [Int] {
    guard let first = part.first, line.count >= part.count else { return [] }
    var result: [Int] = []
    for index in line.startIndex...(line.endIndex - part.count)
    where line[index] == first && line[index..<(index + part.count)].elementsEqual(part) {
      result.append(index)
    }
    return result
  }

  // MARK: - Functions

  static func callsCDT(_ line: ArraySlice<UInt8>) -> Bool {
    let line = V0UsageLine(line)
    return line.occurrences(of: "cdt(").contains { start in
      let open = PythonText.startOfSpace(in: line.bytes, before: start)
      return open >= line.bytes.startIndex + 2 && line.bytes[open - 1] == UInt8(ascii: "{")
        && line.bytes[open - 2] == UInt8(ascii: "{")
    }
  }

  static func languages(in bytes: ArraySlice<UInt8>, _ kind: String) -> [String] {
    let line = V0UsageLine(bytes)
    return line.occurrences(of: "\(kind)(").compactMap { start in
      let open = PythonText.startOfSpace(in: bytes, before: start)
      guard open > bytes.startIndex, bytes[open - 1] == UInt8(ascii: "{") else { return nil }
      let rest = bytes[(start + kind.utf8.count + 1)...]
      guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
        return nil
      }
      let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
      guard let end = rest.dropFirst().firstIndex(where: isQuote) else { return nil }
      let behind = rest[(end + 1)...].first { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
      guard behind == UInt8(ascii: "}") else { return nil }
      return String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    }
  }
}
