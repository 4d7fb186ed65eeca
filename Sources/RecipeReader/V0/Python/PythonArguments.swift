/// The arguments of one call.
package struct PythonArguments {
  var positional: [PythonValue] = []
  var keywords: [(name: String, value: PythonValue)] = []

  init(_ positional: [PythonValue] = [], keywords: [(name: String, value: PythonValue)] = []) {
    self.positional = positional
    self.keywords = keywords
  }

  func keyword(_ name: String) -> PythonValue? {
    keywords.first { $0.name == name }?.value
  }

  /// The values in the order of the parameters; nil where an argument was left out.
  func bound(to parameters: [String], required: Int = 0, of function: String)
    throws(PythonError) -> [PythonValue?]
  {
    if positional.count > parameters.count {
      throw PythonError(
        .typeError,
        "\(function)() takes at most \(parameters.count) arguments (\(positional.count) given)")
    }
    var values: [PythonValue?] = positional
    values += Array(repeating: nil, count: parameters.count - positional.count)
    for (name, value) in keywords {
      guard let index = parameters.firstIndex(of: name) else {
        throw PythonError(
          .typeError, "\(function)() got an unexpected keyword argument '\(name)'")
      }
      if index < positional.count {
        throw PythonError(
          .typeError, "\(function)() got multiple values for argument '\(name)'")
      }
      values[index] = value
    }
    for index in 0..<min(required, parameters.count) where values[index] == nil {
      throw PythonError(
        .typeError, "\(function)() missing required argument '\(parameters[index])'")
    }
    return values
  }
}
