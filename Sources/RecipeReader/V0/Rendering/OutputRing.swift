/// Outputs that need each other in a ring.
enum OutputRing {
  /// The first ring that comes up, in the order in which one needs the next.
  static func first(_ names: [String], _ dependencies: [Set<String>]) -> [String]? {
    let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    let next = dependencies.map { needed in needed.compactMap { places[$0] }.sorted() }
    var isDone = Array(repeating: false, count: names.count)
    for start in names.indices where !isDone[start] {
      var path = [start]
      var open = [next[start]]
      while let here = path.last {
        guard let there = open[open.count - 1].popLast() else {
          isDone[here] = true
          path.removeLast()
          open.removeLast()
          continue
        }
        // An output may name itself.
        if there == here || isDone[there] { continue }
        if let begin = path.firstIndex(of: there) { return path[begin...].map { names[$0] } }
        path.append(there)
        open.append(next[there])
      }
    }
    return nil
  }
}
