import Diagnostics

extension V1 {
  /// Puts outputs behind those that they need, and leaves the rest in its order.
  struct OutputOrder {
    let outputs: [RenderedOutput]
    private let needs: [[String]]

    init(_ outputs: [RenderedOutput]) {
      self.outputs = outputs
      let known = Set(outputs.map(\.name))
      needs = outputs.map { output in
        guard known.count > 1 else { return [] }
        var names: [String] = []
        for name in Self.needs(output.requirements)
        where name != output.name && known.contains(name) && !names.contains(name) {
          names.append(name)
        }
        return names
      }
    }

    /// What has to be built first: build and host requirements, and outputs whose pin must be known.
    private static func needs(_ requirements: Dependencies) -> [String] {
      let pins = (requirements.run + requirements.exported).compactMap(\.subpackagePin)
      // Constraints only need the other output when its very build is named.
      let exact = requirements.runConstraints.compactMap(\.subpackagePin).filter(\.isExact)
      return (requirements.build + requirements.host).compactMap(\.name)
        + (pins + exact).map { $0.name.lowercased() }
    }

    func sorted(in file: String) throws(Diagnostic) -> [RenderedOutput] {
      guard needs.contains(where: { !$0.isEmpty }) else { return outputs }
      try refuseCycles(in: file)
      let matches = OutputMatches(outputs)
      let needed = outputs.indices.map { index in
        needs[index].compactMap { matches.best($0, for: index) }
      }
      var sorted: [RenderedOutput] = []
      var isAdded = outputs.map { _ in false }
      var hasChanged = true
      while hasChanged, sorted.count < outputs.count {
        hasChanged = false
        for index in outputs.indices where !isAdded[index] {
          guard needed[index].allSatisfy({ isAdded[$0] }) else { continue }
          sorted.append(outputs[index])
          isAdded[index] = true
          hasChanged = true
        }
      }
      return sorted
    }

    private func refuseCycles(in file: String) throws(Diagnostic) {
      var open = Dictionary(grouping: zip(outputs, needs)) { $0.0.name }
        .mapValues { group in Set(group.flatMap(\.1)) }
      while !open.isEmpty {
        let names = Set(open.keys)
        let free = open.filter { $0.value.isDisjoint(with: names) }.keys
        guard !free.isEmpty else {
          let place = outputs.first { open[$0.name] != nil }?.place
          throw .outputCycle(
            names.sorted(), at: (place ?? Place(line: 1, column: 1)).location(in: file))
        }
        for name in free { open[name] = nil }
      }
    }
  }
}
