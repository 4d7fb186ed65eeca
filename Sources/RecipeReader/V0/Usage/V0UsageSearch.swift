/// Looks for used variables in recipe text, as conda-build does with regular expressions per line.
///
/// The patterns know nothing of words where they don't say so: `{% if mpi_build %}` uses `mpi`.
/// Each line is searched once, however many outputs and variants have it.
struct V0UsageSearch {
  private let keys: V0SearchedKeys
  private let selectorsOnly: Bool
  private let patterns: V0UsagePatterns
  private var known: [V0TextPart: [Int]] = [:]

  init(_ keys: [String], selectorsOnly: Bool, patterns: V0UsagePatterns = .newest) {
    self.patterns = patterns
    self.keys = V0SearchedKeys(keys)
    self.selectorsOnly = selectorsOnly
  }

  mutating func used(in text: [UInt8]) -> Set<String> {
    var isFound = Array(repeating: false, count: keys.count)
    for line in PythonLines.split(text) {
      let part = V0TextPart(line)
      let used: [Int]
      if let found = known[part] {
        used = found
      } else {
        used = self.used(in: line)
        known[part] = used
      }
      for key in used { isFound[key] = true }
    }
    var names = Set(isFound.indices.filter { isFound[$0] }.map { keys[$0].name })
    if keys.hasSystemRoot, !names.isDisjoint(with: ["c_stdlib", "c_compiler", "cxx_compiler"]) {
      names.insert("CONDA_BUILD_SYSROOT")
    }
    return names
  }

  private func used(in line: ArraySlice<UInt8>) -> [Int] {
    var used = keys.mayOccur(in: line).filter { isNamed(keys[$0], in: line) }
    if Self.callsCDT(line) { used += keys.ofCDT }
    guard !selectorsOnly else { return used }
    for kind in ["compiler", "stdlib"] {
      for language in Self.languages(in: line, kind) { used += keys.of(kind, language) }
    }
    return used
  }

  private func isNamed(_ key: V0SearchedKeys.Key, in line: ArraySlice<UInt8>) -> Bool {
    let target = selectorsOnly ? nil : key.target
    let isCDT = target == nil && key.isCDT
    // Only where no function names the key do '-' and '_' count as one.
    if target != nil || isCDT {
      guard
        !occurrences(of: key.bytes, in: line).isEmpty
          || target.map({ !occurrences(of: Array($0.language.utf8), in: line).isEmpty }) ?? false
      else { return false }
    }
    return matches(V0UsageLine(line, patterns), key.bytes)
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
