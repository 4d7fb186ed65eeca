/// The `loop` variable.
final class JinjaLoopObject: PythonObject {
  private let values: [PythonValue]
  private let depth: Int
  var index = 0
  private var lastChanged: [PythonValue]?
  /// Runs the loop again over inner values, where it is recursive.
  var recursion: ((PythonValue) throws(PythonError) -> PythonValue)?

  init(_ values: [PythonValue], depth: Int) {
    self.values = values
    self.depth = depth
  }

  var typeName: String { "LoopContext" }

  func attribute(_ name: String) -> PythonValue? {
    switch name {
    case "index": return .int(index + 1)
    case "index0": return .int(index)
    case "revindex": return .int(values.count - index)
    case "revindex0": return .int(values.count - index - 1)
    case "first": return .bool(index == 0)
    case "last": return .bool(index == values.count - 1)
    case "length": return .int(values.count)
    case "depth": return .int(depth)
    case "depth0": return .int(depth - 1)
    case "previtem" where index > 0: return values[index - 1]
    case "nextitem" where index + 1 < values.count: return values[index + 1]
    case "cycle":
      let index = index
      return .object(
        PythonFunction("cycle") { (arguments, _) throws(PythonError) -> PythonValue in
          guard !arguments.positional.isEmpty else {
            throw PythonError(.typeError, "no items for cycling given")
          }
          return arguments.positional[index % arguments.positional.count]
        })
    case "changed":
      return .object(
        PythonFunction("changed") { (arguments, runtime) throws(PythonError) -> PythonValue in
          let last = self.lastChanged
          self.lastChanged = arguments.positional
          guard let last else { return .bool(true) }
          return .bool(try !runtime.areEqual(.tuple(last), .tuple(arguments.positional)))
        })
    default: return nil
    }
  }

  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    guard let recursion, let inner = arguments.positional.first else {
      throw PythonError(
        .typeError, "The loop must have the 'recursive' marker to be called recursively.")
    }
    return try recursion(inner)
  }
}
