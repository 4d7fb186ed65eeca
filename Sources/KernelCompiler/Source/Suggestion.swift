/// The known name that was probably meant by an unknown one.
func closest(to name: String, in known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  let farthest = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in known.sorted() where abs(candidate.utf8.count - wanted.count) <= farthest {
    let distance =
      candidate.lowercased() == name.lowercased()
      ? 0 : editDistance(wanted, Array(candidate.utf8))
    if distance <= farthest, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for (row, byte) in a.enumerated() {
    var current = [row + 1]
    for column in b.indices {
      var cost = min(last[column + 1] + 1, current[column] + 1)
      cost = min(cost, last[column] + (byte == b[column] ? 0 : 1))
      if row > 0, column > 0, byte == b[column - 1], a[row - 1] == b[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[b.count]
}
