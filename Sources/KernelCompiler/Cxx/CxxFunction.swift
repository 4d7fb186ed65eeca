/// A function that each thread calls in a step, and what sets it apart from others with the same code.
struct CxxFunction: Hashable, Sendable {
  /// Something of the network under the name that the code has for it.
  struct Parameter: Hashable, Sendable {
    /// Such as `scalar*`, `Queue&` or `std::uint32_t`.
    var type: String
    var name: String
    /// What it is, in terms of the whole program.
    var value: String

    /// As a function's parameter.
    var declaration: String {
      type.hasSuffix("*") ? "\(type) const \(name)" : "\(type) \(name)"
    }

    /// Inside of a function that isn't told it.
    var definition: String {
      let isNumber = !type.hasSuffix("*") && !type.hasSuffix("&")
      return "[[maybe_unused]] \(isNumber ? "constexpr " : "")\(declaration) = \(value);"
    }
  }

  let name: String
  let body: [String]
  /// Those that the body names.
  let parameters: [Parameter]

  /// What a body asks for twice is the same thing.
  init(_ name: String, _ parameters: [Parameter], body: [String]) {
    self.name = name
    self.body = body
    let text = body.joined(separator: "\n")
    var known: Set<Parameter> = []
    self.parameters = parameters.filter { text.contains($0.name) && known.insert($0).inserted }
  }
}

/// The functions of a program: those with the same code are one, which is told whom it is about.
///
/// A network of many alike populations and projections compiles in the time of few.
struct CxxFunctions {
  private(set) var definitions: [[String]] = []
  private var names: [String] = []
  private var arguments: [[String]] = []

  init(_ functions: [CxxFunction]) {
    var members: [[[String]]: [Int]] = [:]
    var order: [[[String]]] = []
    for (index, function) in functions.enumerated() {
      let code = [function.body, function.parameters.map(\.declaration)]
      if members[code] == nil { order.append(code) }
      members[code, default: []].append(index)
    }
    names = functions.map(\.name)
    arguments = functions.map { _ in [] }
    for code in order {
      let group = members[code] ?? []
      let first = functions[group[0]]
      let differing = first.parameters.indices.filter { place in
        group.contains { functions[$0].parameters[place].value != first.parameters[place].value }
      }
      definitions.append(
        Self.definition(first, differing: Set(differing), isShared: group.count > 1))
      for index in group {
        names[index] = first.name
        arguments[index] = differing.map { functions[index].parameters[$0].value }
      }
    }
  }

  /// The call in place of one of the functions.
  func call(_ index: Int, step: String = "step", time: String = "t") -> String {
    "\(names[index])(\((["thread", step, time] + arguments[index]).joined(separator: ", ")));"
  }

  private static func definition(
    _ function: CxxFunction, differing: Set<Int>, isShared: Bool
  ) -> [String] {
    let parameters =
      ["unsigned thread", "std::uint64_t step", "scalar t"]
      + differing.sorted().map { function.parameters[$0].declaration }
    let head = parameters.map { "\n    [[maybe_unused]] \($0)" }.joined(separator: ",")
    let own = function.parameters.indices.filter { !differing.contains($0) }
    return ["\(isShared ? "SHARED " : "")void \(function.name)(\(head)) {"]
      + own.map { "  " + function.parameters[$0].definition } + function.body + ["}"]
  }
}
