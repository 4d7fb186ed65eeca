import SpikingModels

extension SynapseRows {
  /// Draws the connectivity of a projection; the same seed and group give the same synapses.
  ///
  /// Each row has a stream of its own, so that rows could be drawn in any order; only the row
  /// lengths of a fixed total depend on each other.
  init(_ connectivity: Connectivity, sources: Int, targets: Int, seed: UInt32, group: Int) {
    self.init()
    func stream(_ element: Int, _ time: UInt64 = 0) -> RandomStream {
      RandomStream(seed: seed, group: group, element: element, time: time, purpose: .connectivity)
    }
    switch connectivity {
    case .dense:
      for _ in 0..<sources { add(row: 0..<UInt32(targets)) }
    case .oneToOne:
      for source in 0..<sources { add(row: CollectionOfOne(UInt32(source))) }
    case .fixedProbability(let p, let allowsSelf):
      for source in 0..<sources {
        var stream = stream(source)
        add(row: Self.bernoulli(p, targets, without: allowsSelf ? nil : source, &stream))
      }
    case .fixedNumberTotal(let count):
      var lengths = stream(0, 1)
      var left = count
      for source in 0..<sources {
        // Of what is left each remaining row gets its share.
        let length = lengths.binomial(
          trials: UInt32(left), probability: 1 / Double(sources - source), .double)
        left -= Int(length)
        var stream = stream(source)
        add(row: Self.withReplacement(Int(length), targets, &stream))
      }
    case .fixedNumberPost(let count):
      for source in 0..<sources {
        var stream = stream(source)
        add(row: Self.withReplacement(count, targets, &stream))
      }
    case .fixedNumberPre(let count):
      var columns = SynapseRows(capacity: count * targets)
      for target in 0..<targets {
        var stream = stream(target)
        columns.add(row: Self.withReplacement(count, sources, &stream))
      }
      add(transposed: columns, count: sources)
    case .explicit(let synapses):
      add(synapses, sources: sources)
    case .convolution(let convolution):
      add(convolution)
    // The compiler runs the code.
    case .model: break
    }
  }

  /// Rows of what is given as columns.
  init(transposing columns: SynapseRows, count: Int) {
    self.init(capacity: columns.count)
    add(transposed: columns, count: count)
  }

  /// Whether each pair is connected is decided by skipping ahead to the next one that is, with
  /// geometrically distributed gaps.
  private static func bernoulli(
    _ p: Double, _ targets: Int, without left: Int?, _ stream: inout RandomStream
  ) -> [UInt32] {
    guard p > 0 else { return [] }
    let denominator = p < 1 ? Elementary.log(1 - p) : 0
    var row: [UInt32] = []
    var target = -1.0
    while true {
      let gap = p < 1 ? (Elementary.log(stream.uniform(.double)) / denominator).rounded(.down) : 0
      target += gap + 1
      guard target < Double(targets) else { return row }
      if Int(target) != left { row.append(UInt32(target)) }
    }
  }

  private static func withReplacement(
    _ count: Int, _ targets: Int, _ stream: inout RandomStream
  ) -> [UInt32] {
    var row: [UInt32] = []
    row.reserveCapacity(count)
    for _ in 0..<count { row.append(UInt32(stream.index(below: targets))) }
    row.sort()
    return row
  }

  private mutating func add(transposed columns: SynapseRows, count: Int) {
    let (starts, synapses) = columns.columns(count: count)
    var column = 0
    // Synapses of a row come in ascending order of the column that they stem from.
    var owner = Array(repeating: UInt32(0), count: columns.count)
    for synapse in 0..<columns.count {
      while synapse >= columns.starts[column + 1] { column += 1 }
      owner[synapse] = UInt32(column)
    }
    for row in 0..<count { add(row: synapses[starts[row]..<starts[row + 1]].map { owner[$0] }) }
  }

  private mutating func add(_ synapses: [Connectivity.Synapse], sources: Int) {
    let order = Self.order(of: synapses)
    var next = 0
    for source in 0..<sources {
      let first = next
      while next < order.count, synapses[order[next]].pre == source { next += 1 }
      add(row: order[first..<next].map { UInt32(synapses[$0].post) })
    }
  }

  /// Listed synapses in the order in which they are kept: by the presynaptic neuron, then by the
  /// postsynaptic one, then as listed. Listed values move with them.
  static func order(of synapses: [Connectivity.Synapse]) -> [Int] {
    synapses.indices.sorted { a, b in
      (synapses[a].pre, synapses[a].post, a) < (synapses[b].pre, synapses[b].post, b)
    }
  }

  private mutating func add(_ convolution: Convolution2D) {
    for source in 0..<convolution.inputCount {
      var row: [UInt32] = []
      for diagonal in 0..<convolution.diagonalCount {
        if let end = convolution.synapse(from: source, diagonal: diagonal) {
          row.append(UInt32(end.target))
        }
      }
      row.sort()
      add(row: row)
    }
  }
}

extension Convolution2D {
  /// How many synapses a neuron has at most: one for each kernel pixel and output channel.
  var diagonalCount: Int { kernel.height * kernel.width * outputChannels }

  /// How many synapses it has, if each is kept by itself.
  var synapseCount: Int {
    (0..<max(0, inputCount)).reduce(0) { sum, source in
      sum + (0..<max(0, diagonalCount)).count { synapse(from: source, diagonal: $0) != nil }
    }
  }

  /// Where the synapse of a diagonal leads and which weight it has; nil beyond the output's edge.
  ///
  /// Source: GeNN 5.4.0, `InitToeplitzConnectivitySnippet::Conv2D`, in whose order diagonals are
  /// walked through.
  func synapse(from source: Int, diagonal: Int) -> (target: Int, weight: Int)? {
    let pixel = diagonal / outputChannels
    let (kernelRow, kernelColumn) = (pixel / kernel.width, pixel % kernel.width)
    let outputChannel = diagonal % outputChannels
    let (row, column) = (
      source / inputChannels / input.width, source / inputChannels % input.width
    )
    let inputChannel = source % inputChannels
    let outputRow = row + kernelRow - (input.height + kernel.height - 1 - output.height) / 2
    let outputColumn = column + kernelColumn - (input.width + kernel.width - 1 - output.width) / 2
    guard (0..<output.height).contains(outputRow), (0..<output.width).contains(outputColumn) else {
      return nil
    }
    let target = (outputRow * output.width + outputColumn) * outputChannels + outputChannel
    let flipped = (kernel.height - kernelRow - 1) * kernel.width + (kernel.width - kernelColumn - 1)
    return (target, (flipped * inputChannels + inputChannel) * outputChannels + outputChannel)
  }
}
