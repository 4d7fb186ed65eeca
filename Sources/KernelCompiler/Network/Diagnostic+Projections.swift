import Diagnostics

extension Diagnostic {
  static func unknownPopulation(
    _ name: String, suggestion: String?, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "there is no population '\(name)'",
      remedy: suggestion.map { "did you mean '\($0)'?" } ?? "add a Population of that name")
  }

  static func unknownProjection(
    _ name: String, suggestion: String?, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "there is no projection '\(name)'",
      remedy: suggestion.map { "did you mean '\($0)'?" } ?? "add a Projection of that name")
  }

  static func unknownInput(
    _ name: String, _ population: String, suggestion: String?, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "neurons of '\(population)' have no input '\(name)'",
      remedy: suggestion.map { "did you mean '\($0)'?" } ?? "add an InputVariable to their model")
  }

  static func unknownReference(
    _ name: String, _ model: String, suggestion: String?, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(model)' has no variable '\(name)'",
      remedy: suggestion.map { "did you mean '\($0)'?" } ?? "refer to a variable that it has")
  }

  static func wrongReferenceType(
    _ name: String, _ wanted: NumericType, _ found: NumericType, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(name)' is declared \(wanted.rawValue), but refers to a variable of type \(found.rawValue)",
      remedy: "declare the reference with the variable's type")
  }

  static func neuronReferenceWritten(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "GeNN lets no other model write a neuron's variable, such as '\(name)'",
      remedy: "make the reference .readOnly, and write the variable in the neuron's own code")
  }

  static func previousTimeAfterDelay(
    _ name: String, _ model: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .warning, at: place,
      "'\(model)' reads \(name) after a delay, where GeNN 5.4.0 gives a later time than that",
      remedy: "remember the time in a variable of the synapse's own")
  }

  static func dynamicsBesideSpikeCode(
    _ model: String, _ side: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .warning, at: place,
      "'\(model)' has \(side) dynamics and spike code with a delay: where a neuron spikes, GeNN 5.4.0 forgets what the dynamics did in that step",
      remedy: "compute the decay from the time since the last spike instead")
  }

  static func eventTimeNotKept(
    _ model: String, _ condition: String, _ name: String, _ wanted: String,
    at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .warning, at: place,
      "the \(condition) of '\(model)' reads \(name), which GeNN 5.4.0 keeps only if code of a synapse names \(wanted)",
      remedy: "name \(wanted) in that code, or GeNN can't load the network")
  }

  static func missingReference(
    _ name: String, _ update: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "the custom update '\(update)' does not say what '\(name)' refers to",
      remedy: "add it to `references`")
  }

  static func mixedReferences(_ update: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      "the references of '\(update)' belong to different populations or projections, or to none",
      remedy: "refer to variables of one population's neurons or one projection's synapses")
  }

  static func notTransposable(_ one: String, _ other: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(other)' is not the transposed of '\(one)'",
      remedy: "use two dense projections between the same populations, one in each direction")
  }

  static func transposedReadOnly(
    _ projection: String, _ variable: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' of '\(projection)' is read-only, but gets new values",
      remedy: "give the variable the access .readWrite")
  }

  static func severalTransposed(_ update: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(update)' has several transposed references, which GeNN refuses",
      remedy: "use a custom update for each")
  }

  static func badInterval(_ update: String, _ steps: Int, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the custom update '\(update)' would run every \(steps) steps",
      remedy: "use an interval of at least 1")
  }

  static func inputNotReal(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the input '\(name)' is no real number", remedy: "make it a scalar")
  }

  static func delayNotWholeSteps(
    _ what: String, _ time: Double, _ step: Double, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "the \(what) delay of \(time) ms is not a multiple of dt, \(step) ms",
      remedy: "use a multiple, or .steps")
  }

  static func delayOutOfRange(
    _ what: String, _ steps: Double, _ most: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "the \(what) delay is \(steps) steps",
      remedy: "use a delay from 0 to \(most) steps")
  }

  static func noDendriticSlots(_ projection: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(projection)' calls addToPostDelay, but has no dendritic ring",
      remedy: "set mostDendriticSteps to more than the longest delay")
  }

  static func noEventThreshold(_ model: String, _ code: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(model)' has \(code), but no condition for events",
      remedy: "add a Code for the threshold")
  }

  static func addsToPostOnPost(_ code: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(code) can only call addToPre",
      remedy: "add to the postsynaptic neuron from presynaptic code or from the dynamics")
  }

  static func unequalPopulations(
    _ name: String, _ sources: Int, _ targets: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(name)' connects \(sources) neurons one to one to \(targets)",
      remedy: "give both populations one count, or use another connectivity")
  }

  static func notAProbability(_ name: String, _ p: Double, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' connects neurons with the probability \(p)",
      remedy: "use a number from 0 to 1")
  }

  static func badSynapseCount(_ name: String, _ count: Int, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' has \(count) synapses",
      remedy: "use a count from 0 to \(Int32.max)")
  }

  static func noSuchNeurons(
    _ name: String, _ pre: Int, _ post: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' lists a synapse from \(pre) to \(post), beyond its populations",
      remedy: "number neurons from 0")
  }

  static func badConvolution(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the convolution of '\(name)' has no pixels or channels",
      remedy: "give kernel, input and output positive sizes")
  }

  static func wrongPixelCount(
    _ name: String, _ side: String, _ neurons: Int, _ pixels: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "the \(side) population of '\(name)' has \(neurons) neurons for \(pixels) pixels and channels",
      remedy: "use height · width · channels neurons")
  }

  static func notToeplitz(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the synapses of '\(name)' don't repeat a kernel",
      remedy: "use a convolution, or another storage")
  }

  static func notInToeplitz(_ name: String, _ code: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "GeNN has no \(code) for a Toeplitz kernel, as '\(name)' is one",
      remedy: "use the storage .sparse, or leave the code out")
  }

  static func variablesWithoutMemory(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "procedural synapses of '\(name)' can't have variables of their own",
      remedy: "make them parameters, or use .sparse")
  }

  static func wrongSynapseValueCount(
    _ variable: String, _ found: Int, _ wanted: Int, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' has \(found) initial values for \(wanted) synapses",
      remedy: "give one value for each synapse or weight")
  }

  static func valuesForRandomSynapses(_ variable: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' has one value for each synapse, but their number is random",
      remedy: "list the synapses with .explicit, or use a constant or a distribution")
  }

  static func noSuchDistribution(
    _ variable: String, _ reason: String, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' can't be drawn: \(reason)",
      remedy: "change the distribution's numbers")
  }
}
