/// How a snippet's names appear in C++: with a prefix each, so that no name can meet a keyword of
/// C++ or another name.
///
/// A variable's local copy is named after its column, so that all snippets about one neuron share it.
struct CxxNames: Hashable, Sendable {
  let network: CheckedNetwork
  let context: SnippetContext
  let locals: [Local]
  /// What sets apart this snippet's locals.
  let prefix: String
  let numbering: CxxNumbering
  /// The input that `injectCurrent` adds to.
  var input = 0
  /// The projection that `addToPost` belongs to.
  var projection: Int?
  /// Where sums are kept; nil for those that are not wanted.
  var sumAtPost: String? = "arrived[id_post]"
  var sumAtPre: String? = "returned[id_pre]"

  init(
    _ network: CheckedNetwork, _ context: SnippetContext, _ locals: [Local], prefix: String = "",
    _ numbering: CxxNumbering = .network
  ) {
    self.network = network
    self.context = context
    self.locals = locals
    self.prefix = prefix
    self.numbering = numbering
  }

  subscript(symbol: Symbol) -> String {
    switch symbol {
    case .parameter(let index): Self.parameter(context, index, numbering)
    case .variable(let index): variable(context.slots[index])
    case .local(let index): "\(prefix)l\(index)_\(locals[index].name)"
    case .inputCurrent: Self.input(input)
    case .time: "t"
    case .timeStep: "dt"
    case .neuron: "id"
    case .neuronCount: "num_neurons"
    case .input(let index): Self.input(index + 1)
    case .builtIn(.kernel): BuiltIn.synapse.rawValue
    case .builtIn(let name):
      context.times[name].map { Self.time($0, numbering) } ?? name.rawValue
    }
  }

  /// The local copy of a variable; a number that never changes is written out.
  private func variable(_ slot: Slot) -> String {
    if let constant = network.columns[slot.column].constant { return constant.cxxLiteral }
    return Self.variable(slot, network, numbering)
  }

  static func variable(
    _ slot: Slot, _ network: CheckedNetwork, _ numbering: CxxNumbering
  ) -> String {
    "\(prefix(slot.site))\(numbering.column(slot.column))_\(network.columns[slot.column].name)"
  }

  /// The local copy of a spike time.
  static func time(_ time: SpikeTime, _ numbering: CxxNumbering) -> String {
    "\(prefix(time.site))\(numbering.column(time.column))_st"
  }

  private static func prefix(_ site: Slot.Site) -> String {
    switch site {
    case .own: "v"
    case .pre: "pre"
    case .post: "post"
    }
  }

  static func parameter(
    _ context: SnippetContext, _ index: Int, _ numbering: CxxNumbering = .network
  ) -> String {
    "g\(numbering.group(context.group))_\(context.parameters[index].name)"
  }

  static func array(
    _ context: SnippetContext, _ index: Int, _ numbering: CxxNumbering = .network
  ) -> String {
    "\(numbering.isOwn ? "own" : "g")\(numbering.group(context.group))_array_\(context.arrays[index].name)"
  }

  static func input(_ index: Int) -> String { index == 0 ? "Isyn" : "input_\(index)" }

  func type(ofLocal index: Int) -> NumericType { locals[index].type }

  /// How a local that holds a pointer is declared.
  func pointerType(ofLocal index: Int) -> String {
    let local = locals[index]
    let element = (local.pointer == .readOnly ? "const " : "") + local.type.cxxName
    return "\(element)* \(local.isConstant ? "const " : "")"
  }

  /// An array of the model's.
  func array(_ index: Int) -> String { Self.array(context, index, numbering) }

  /// A random number in the function's type.
  func draw(_ function: RandomFunction, _ arguments: [String]) -> String {
    let name =
      switch function {
      case .integer: "integer"
      case .uniform: "uniform"
      case .normal: "normal"
      case .exponential: "exponential"
      case .logNormal: "log_normal"
      case .gamma: "gamma"
      case .binomial: "binomial"
      }
    let call = "random.\(name)(\(arguments.joined(separator: ", ")))"
    return function.result(.float).isReal ? "static_cast<scalar>(\(call))" : call
  }

  /// What a variable was so many steps ago; no scope makes variables delayable yet.
  func delayed(_ symbol: Symbol, _ steps: String) -> String { self[symbol] }

  /// A call of one of GeNN's own functions.
  func output(_ function: OutputFunction, _ arguments: [String]) -> String {
    let projection = projection ?? 0
    func add(_ place: String?) -> String {
      place.map { "\($0) = \($0) + (\(arguments[0]))" } ?? "static_cast<void>(\(arguments[0]))"
    }
    switch function {
    case .addToPost: return add(sumAtPost)
    case .addToPre: return add(sumAtPre)
    case .addToPostDelay:
      guard sumAtPost != nil else { return add(nil) }
      let slots = network.projections[projection].dendriticSlots
      let slot = "(step + (\(arguments[1]))) % \(slots)u"
      return add("later[(\(slot)) * num_post + id_post]")
    // Only code that builds or changes connectivity can call the others.
    default: return "static_cast<void>(0)"
    }
  }
}
