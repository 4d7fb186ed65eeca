extension KernelReport {
  /// A table for people, one line for each network and compiler, and a sum.
  ///
  ///     izhikevich_regular_spiking  float  c++  84 spikes  agrees  (compile 0.42 s, run 0.00 s)
  ///     kernels: 1 of 1 agree with the reference, bit for bit
  package var text: String {
    let rows = verdicts.map { verdict in
      [
        verdict.network, verdict.precision, verdict.compiler,
        "\(verdict.spikes) spike\(verdict.spikes == 1 ? "" : "s")", verdict.outcome.rawValue,
        "(compile \(hundredths(verdict.seconds.compile)) s, "
          + "run \(hundredths(verdict.seconds.run)) s)"
          + (verdict.firstDifference.map { ": \($0.inWords)" } ?? ""),
      ]
    }
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    var lines = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    let right = verdicts.count { $0.outcome == .agrees }
    lines.append("kernels: \(right) of \(verdicts.count) agree with the reference, bit for bit")
    if let keptFiles { lines.append("kept: \(keptFiles)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func hundredths(_ seconds: Double) -> String {
    let number = Int((max(0, min(seconds, 1e9)) * 100).rounded())
    let fraction = number % 100
    return "\(number / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
