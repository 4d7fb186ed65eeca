extension V0UsageSearch {
  /// Where each line begins that uses a key, and by which of conda-build's patterns.
  func uses(of key: String) -> [(offset: Int, kind: V0KeyUse.Kind)] {
    let target = selectorsOnly ? nil : V0Target(key)
    let isCDT = target == nil && key.hasPrefix("cdt_")
    let bytes = Array(key.utf8)
    guard !bytes.isEmpty else { return [] }
    return lines.compactMap { line in
      let start = PythonText.endOfSpace(in: line, from: line.startIndex)
      if let target, Self.languages(in: line, target.kind).contains(target.language) {
        return (start, .function)
      }
      if isCDT, !selectorsOnly, Self.callsCDT(line) { return (start, .function) }
      return kind(of: bytes, in: V0UsageLine(line)).map { (start, $0) }
    }
  }

  private func kind(of key: [UInt8], in line: V0UsageLine) -> V0KeyUse.Kind? {
    if !selectorsOnly, line.isRequirement(key) { return .requirement }
    for start in occurrences(of: key, in: line.bytes) {
      let range = start..<(start + key.count)
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
