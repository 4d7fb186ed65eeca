/// The findings of one run. Mistakes are collected, not thrown one by one, so that a person sees all of them.
package struct Findings: Sendable, Hashable {
  package private(set) var all: [Diagnostic] = []

  package init(_ all: [Diagnostic] = []) { self.all = all }

  package mutating func add(_ finding: Diagnostic) { all.append(finding) }
  package mutating func add(contentsOf findings: [Diagnostic]) { all += findings }

  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// By file and place; findings without a place come last.
  package var sorted: [Diagnostic] {
    all.enumerated().sorted { a, b in
      switch (a.element.location, b.element.location) {
      case (let x?, let y?) where x != y: x < y
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }.map(\.element)
  }
}
