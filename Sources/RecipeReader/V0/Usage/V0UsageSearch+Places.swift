extension V0UsageSearch {
  /// Where each line begins that uses a key, and by which of conda-build's patterns.
  static func uses(
    of key: String, in lines: [ArraySlice<UInt8>], selectorsOnly: Bool
  ) -> [(offset: Int, kind: V0KeyUse.Kind)] {
    let target = selectorsOnly ? nil : V0Target(key)
    let isCDT = target == nil && key.hasPrefix("cdt_")
    guard !key.isEmpty else { return [] }
    return lines.compactMap { line in
      let start = PythonText.endOfSpace(in: line, from: line.startIndex)
      if let target, languages(in: line, target.kind).contains(target.language) {
        return (start, .function)
      }
      if isCDT, !selectorsOnly, callsCDT(line) { return (start, .function) }
      return kind(of: key, in: V0UsageLine(line), selectorsOnly).map { (start, $0) }
    }
  }

  private static func kind(
    of key: String, in line: V0UsageLine, _ selectorsOnly: Bool
  ) -> V0KeyUse.Kind? {
    if !selectorsOnly, line.isRequirement(Array(key.utf8)) { return .requirement }
    for start in line.occurrences(of: key) {
      let range = start..<(start + key.utf8.count)
      if selectorsOnly {
        if line.isInSelector(range) { return .selector }
      } else if line.isPrinted(range) {
        return .expression
      } else if line.isInCondition(range) {
        return .condition
      } else if line.isIterated(range) {
        return .loop
      } else if line.isAssigned(range) {
        return .assignment
      }
    }
    return nil
  }
}
