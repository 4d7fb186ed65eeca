extension Findings {
  package func count(_ severity: Diagnostic.Severity) -> Int {
    all.count { $0.severity == severity }
  }

  /// `2 errors, 1 warning`; `no findings` when there are none.
  package var summary: String {
    let parts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}
