import Diagnostics
import SpikingModels

extension NetworkCompiler {
  /// Whether neurons can be connected like this.
  mutating func checkConnectivity(_ projection: Projection, _ sources: Int, _ targets: Int) {
    let place = SourceLocation(projection.place)
    let name = projection.name
    switch projection.connectivity {
    case .dense: break
    case .oneToOne:
      if sources != targets { report(.unequalPopulations(name, sources, targets, at: place)) }
    case .fixedProbability(let p, _):
      if !(0...1).contains(p) { report(.notAProbability(name, p, at: place)) }
    case .fixedNumberTotal(let count), .fixedNumberPost(let count), .fixedNumberPre(let count):
      if !(0...Int(Int32.max)).contains(count) {
        report(.badSynapseCount(name, count, at: place))
      }
    case .explicit(let synapses):
      let wrong = synapses.first {
        !(0..<sources).contains($0.pre) || !(0..<targets).contains($0.post)
      }
      if let wrong { report(.noSuchNeurons(name, wrong.pre, wrong.post, at: place)) }
    case .convolution(let convolution):
      check(convolution, name, sources, targets, place)
    // Its code is checked and run where the weights' group is known.
    case .model: break
    }
    let isConvolution =
      if case .convolution = projection.connectivity { true } else { false }
    if projection.storage == .toeplitz, !isConvolution { report(.notToeplitz(name, at: place)) }
    if projection.storage == .procedural, !projection.weights.variables.isEmpty {
      report(.variablesWithoutMemory(name, at: place))
    }
    for variable in projection.weights.variables {
      guard case .values(let values) = variable.initial else { continue }
      if let wanted = synapseCount(projection, sources, targets), values.count != wanted {
        report(.wrongSynapseValueCount(variable.name, values.count, wanted, at: place))
      } else if synapseCount(projection, sources, targets) == nil {
        report(.valuesForRandomSynapses(variable.name, at: place))
      }
    }
  }

  /// How many values a variable of the synapses has; nil if that is random.
  private func synapseCount(_ projection: Projection, _ sources: Int, _ targets: Int) -> Int? {
    switch projection.connectivity {
    case .dense: sources * targets
    case .oneToOne: sources
    case .fixedNumberTotal(let count): count
    case .fixedNumberPost(let count): count * sources
    case .fixedNumberPre(let count): count * targets
    case .explicit(let synapses): synapses.count
    case .convolution(let convolution):
      projection.layout == .toeplitz ? convolution.weightCount : convolution.synapseCount
    case .fixedProbability, .model: nil
    }
  }

  private mutating func check(
    _ convolution: Convolution2D, _ name: String, _ sources: Int, _ targets: Int,
    _ place: SourceLocation
  ) {
    let sizes = [convolution.kernel, convolution.input, convolution.output]
    let areRight =
      sizes.allSatisfy { $0.height > 0 && $0.width > 0 } && convolution.inputChannels > 0
      && convolution.outputChannels > 0 && convolution.padding >= 0
    guard areRight else {
      report(.badConvolution(name, at: place))
      return
    }
    if convolution.inputCount != sources {
      report(.wrongPixelCount(name, "presynaptic", sources, convolution.inputCount, at: place))
    }
    if convolution.outputCount != targets {
      report(.wrongPixelCount(name, "postsynaptic", targets, convolution.outputCount, at: place))
    }
  }
}
