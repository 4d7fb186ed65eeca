import SpikingModels
import Templates

/// What of a CUDA program depends on the network.
struct CudaParts {
  let network: CheckedNetwork
  /// With the names that kernels use, those of the host, and those of members.
  private let device: CxxParts
  private let host: CxxParts
  private let bare: CxxParts

  init(_ network: CheckedNetwork) {
    self.network = network
    device = CxxParts(network, memory: "memory.")
    host = CxxParts(network, memory: "host.")
    bare = CxxParts(network)
  }

  static func synapses(_ projection: Int) -> String { "synapses_\(projection)" }
  static func marks(_ projection: Int) -> String { "marks_\(projection)" }
  static func order(_ projection: Int) -> String { "order_\(projection)" }

  // MARK: Sizes

  /// Words of a population's bits.
  static func width(_ neurons: Int) -> Int {
    CudaPass.blocks(for: neurons) * (CudaPass.blockSize / 32)
  }

  /// Few words a block where there are few blocks, so that all multiprocessors have work.
  static func wordsPerBlock(_ neurons: Int) -> Int { max(1, min(8, width(neurons) / 1024)) }

  static func blocksOfWords(_ neurons: Int) -> Int {
    (width(neurons) + wordsPerBlock(neurons) - 1) / wordsPerBlock(neurons)
  }

  /// How many threads share so many synapses.
  static func teamSize(_ synapses: Int) -> Int { synapses > 128 ? CudaPass.blockSize : 32 }

  // MARK: Memory

  var constants: [MustacheContext] { bare.constants }
  var arrays: [MustacheContext] { bare.arrays }
  var columns: [MustacheContext] { bare.columns }

  var members: [MustacheContext] {
    func member(_ type: String, _ name: String) -> MustacheContext {
      ["type": .text(type), "member": .text(name)]
    }
    return sparse.map { member("Synapses", Self.synapses($0)) }
      + convolutions.map { member("Marks", Self.marks($0.projection)) }
      + rings.map { member("Bits<\($0.neurons)u, \($0.slots)u>", $0.name) }
  }

  /// Constant memory is read fastest, but there are only 64 KiB.
  var memorySpace: String {
    let pointers = columns.count + 8 * sparse.count + 2 * convolutions.count + rings.count + 3
    return pointers * 8 <= 60_000 ? "__constant__" : "__device__"
  }

  private var sparse: [Int] {
    network.projections.indices.filter { network.projections[$0].layout == .sparse }
  }

  private var convolutions: [(projection: Int, shape: Convolution2D)] {
    network.projections.indices.compactMap { index in
      guard case .convolution(let shape) = network.projections[index].connectivity,
        network.projections[index].layout == .toeplitz
      else { return nil }
      return (index, shape)
    }
  }

  private var rings: [(name: String, neurons: Int, slots: Int)] {
    var rings = network.populations.enumerated().map {
      (CxxParts.spikes($0), $1.count, $1.spikeSlots)
    }
    for (index, projection) in network.projections.enumerated() {
      if projection.preEvent != nil {
        rings.append(
          (
            CxxParts.preEvents(index), network.populations[projection.source].count,
            projection.axonalDelay + 1
          ))
      }
      if projection.postEvent != nil {
        rings.append(
          (
            CxxParts.postEvents(index), network.populations[projection.target].count,
            projection.backPropagationDelay + 1
          ))
      }
    }
    return rings
  }

  var orders: [MustacheContext] { sparse.map { ["order": .text(Self.order($0))] } }

  // MARK: Kernels

  private var kernels: [CudaKernel] {
    let passes = network.projections.indices.flatMap { CudaSynapsePhase(device, $0).passes }
    let stages = (passes.map(\.stage).max() ?? -1) + 1
    let synapses = (0..<stages).map { stage in
      CudaKernel(name: "synapses_\(stage)", passes: passes.filter { $0.stage == stage })
    }
    let neurons = zip(network.populations.indices, firstNeurons).map {
      CudaNeuronPhase(device, $0).pass(first: $1)
    }
    return synapses + [CudaKernel(name: "neurons", passes: neurons)]
  }

  private var updates: [CudaCustomUpdate] {
    network.customUpdates.indices.map { CudaCustomUpdate(device, $0) }
  }

  var functions: [String] { kernels.flatMap(\.lines) + updates.flatMap(\.lines) }

  var advance: [String] { kernels.map(\.launch) + updates.map(\.launch) }

  var neuronCount: Int { network.populations.reduce(0) { $0 + $1.count } }

  var firstNeurons: [Int] {
    var first = 0
    return network.populations.map { population in
      defer { first += population.count }
      return first
    }
  }

  // MARK: The host

  var setUp: [String] {
    var lines = sparse.map(readSynapses)
    lines += convolutions.map { projection, shape in
      let targets = network.populations[network.projections[projection].target].count
      return
        "host.\(Self.marks(projection)) = make_marks(std::uint64_t{\(targets)} * \(shape.wordsOfMarks)u);"
    }
    for (index, projection) in network.projections.enumerated() {
      let (source, target) = (
        network.populations[projection.source].count, network.populations[projection.target].count
      )
      lines.append("host.\(CxxParts.arrived(index)) = make<scalar>(\(target)u);")
      if projection.addsToPre {
        lines.append("host.\(CxxParts.returned(index)) = make<scalar>(\(source)u);")
      }
      if projection.dendriticSlots > 0 {
        lines.append(
          "host.\(CxxParts.later(index)) = make<scalar>(std::size_t{\(projection.dendriticSlots)} * \(target)u);"
        )
      }
    }
    for index in bare.storedColumns { lines += makeColumn(index) }
    lines += rings.map {
      "host.\($0.name).words = make<std::uint32_t>(\($0.slots * Self.width($0.neurons))u);"
    }
    lines += sparse.filter { projection in
      !network.reportedColumns.contains { self.projection(ofSynapses: $0) == projection }
    }.map { "\(Self.order($0)) = std::vector<std::uint32_t>();" }
    return lines.map { "  " + $0 }
  }

  private func readSynapses(_ index: Int) -> String {
    let projection = network.projections[index]
    let (source, target) = (
      network.populations[projection.source].count, network.populations[projection.target].count
    )
    let type = target <= 1 << 16 ? "std::uint16_t" : "std::uint32_t"
    let snippets =
      Array(projection.synapseCode.values)
      + network.customUpdates.filter { $0.elements == .synapses(index) }.map(\.update)
    let wanted = [
      projection.addsToPre, snippets.contains { $0.seesSource(network) },
      snippets.contains(where: \.seesNumber),
    ].map { "\($0)" }.joined(separator: ", ")
    return
      "host.\(Self.synapses(index)) = read_synapses<\(type)>(data, \(source)u, \(target)u, {\(wanted)}, \(Self.order(index)));"
  }

  /// The projection whose sparse synapses a column is about.
  private func projection(ofSynapses column: Int) -> Int? {
    guard case .synapses(let projection) = network.columns[column].extent,
      network.projections[projection].layout == .sparse
    else { return nil }
    return projection
  }

  private func count(_ index: Int) -> String {
    projection(ofSynapses: index).map { "\(Self.order($0)).size()" }
      ?? bare.count(network.columns[index])
  }

  private func makeColumn(_ index: Int) -> [String] {
    let column = network.columns[index]
    let type = column.type.cxxStorage
    let values: String
    if case .constant(let value) = column.start {
      values = "std::vector<\(type)>(\(count(index)), \(value.cxxLiteral))"
    } else if let projection = projection(ofSynapses: index) {
      values = "by_target(read<\(type)>(data, \(count(index))), \(Self.order(projection)))"
    } else {
      values = "read<\(type)>(data, \(count(index)))"
    }
    var lines = ["\(host.column(index)) = upload(\(values));"]
    if column.oldest > 0 {
      lines.append(
        "\(host.history(index)) = upload(repeat(download(\(host.column(index)), \(count(index))), \(column.oldest + 1)));"
      )
    }
    return lines
  }

  var traceable: [MustacheContext] { host.traceable }

  var reports: [String] {
    network.reportedColumns.map { index in
      let kind = network.columns[index].type.isReal ? "reals" : "integers"
      var values = "download(\(host.column(index)), \(count(index)))"
      if let projection = projection(ofSynapses: index) {
        values = "by_source(\(values), \(Self.order(projection)))"
      }
      return "  report_\(kind)(\(index), \(values).data(), \(count(index)));"
    }
  }

  var checks: [String] {
    network.reportedColumns.filter { network.columns[$0].type.isReal }.map { index in
      let order = projection(ofSynapses: index).map { ", &\(Self.order($0))" } ?? ""
      return "  look_at(\(index), \(host.column(index)), \(count(index))\(order));"
    }
  }
}
