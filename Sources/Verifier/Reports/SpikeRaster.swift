import Disk
import KernelCompiler
import SpikingModels

/// Two runs of a network side by side: a mark for each spike, time to the right, neurons downwards; spikes
/// that only one of them has are red.
struct SpikeRaster {
  private let network: CheckedNetwork
  private let runs: [(name: String, spikes: [Spike])]
  private let steps: Int

  init(
    _ network: CheckedNetwork, _ reference: SimulationResult, _ other: SimulationResult, steps: Int
  ) {
    self.network = network
    self.steps = max(1, steps)
    runs = [("reference", reference.spikes), ("PyGeNN", other.spikes)]
  }

  private static let (width, height, gap) = (380, 150, 20)
  /// Beyond these a picture shows a part of the neurons.
  private static let marks = 4000

  /// The file's path, or nil if it can't be written.
  func write(to file: String) -> String? {
    (try? DiskFile(file).write(text)) == nil ? nil : file
  }

  var text: String {
    let (width, height, gap) = (Self.width, Self.height, Self.gap)
    let total = width * 2 + gap
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(total) \#(height + 22)" "#
        + #"width="\#(total)" role="img" font-family="sans-serif" font-size="11" fill="currentColor">"#
    ]
    let sets = runs.map { Set($0.spikes) }
    for (number, run) in runs.enumerated() {
      let left = number * (width + gap)
      lines.append(#"<text x="\#(left)" y="11">\#(run.name), \#(run.spikes.count) spikes</text>"#)
      lines.append(
        #"<rect x="\#(left)" y="16" width="\#(width)" height="\#(height)" fill="none" "#
          + #"stroke="currentColor" stroke-opacity=".3"/>"#)
      let common = path(run.spikes.filter { sets[1 - number].contains($0) }, from: left)
      let own = path(run.spikes.filter { !sets[1 - number].contains($0) }, from: left)
      lines.append(#"<path d="\#(common)" stroke="currentColor"/>"#)
      if !own.isEmpty {
        lines.append(##"<path d="\##(own)" stroke="#d1242f" stroke-width="1.5"/>"##)
      }
    }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func path(_ spikes: [Spike], from left: Int) -> String {
    let counts = network.network.populations.map(\.count)
    let starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let neurons = max(1, starts.last ?? 1)
    let stride = max(1, (spikes.count + Self.marks - 1) / Self.marks)
    let length = max(1.0, min(6, Double(Self.height) / Double(neurons) * 0.8))
    return spikes.enumerated().filter { $0.offset % stride == 0 }.map { _, spike in
      let row = Double(starts[spike.population] + spike.neuron) / Double(neurons)
      let x = Double(left) + Double(spike.step) / Double(steps) * Double(Self.width)
      return "M\(x.inTenths) \((16 + row * Double(Self.height)).inTenths)v\(length.inTenths)"
    }.joined()
  }
}
