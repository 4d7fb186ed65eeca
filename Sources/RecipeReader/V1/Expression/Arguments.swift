extension V1 {
  /// The values that a function, filter or test is called with.
  struct Arguments {
    let callee: String
    private(set) var positional: [Value] = []
    private(set) var keywords: [(name: String, value: Value)] = []

    init(for callee: String) { self.callee = callee }

    mutating func append(_ value: Value) { positional.append(value) }

    mutating func append(_ value: Value, named name: String) {
      keywords.append((name, value))
    }

    /// Refuses what the callee has no use for.
    func require(
      atMost count: Int, keywords allowed: [String] = []
    ) throws(ExpressionError) {
      guard positional.count <= count else { throw .tooManyArguments(for: callee) }
      for keyword in keywords where !allowed.contains(keyword.name) {
        throw .unknownKeyword(keyword.name, of: callee)
      }
    }

    subscript(index: Int) -> Value? {
      index < positional.count ? positional[index] : nil
    }

    /// The last argument of this name.
    subscript(keyword: String) -> Value? {
      keywords.last { $0.name == keyword }?.value
    }

    func required(_ index: Int) throws(ExpressionError) -> Value {
      guard let value = self[index] else { throw .missingArgument(of: callee) }
      return value
    }

    /// Any defined value, printed.
    func printed(_ index: Int) throws(ExpressionError) -> String {
      let value = try required(index)
      if case .undefined = value { throw .undefined }
      return value.description
    }

    /// A value that is text to begin with.
    func text(_ index: Int) throws(ExpressionError) -> String {
      guard let text = try required(index).text else {
        throw .operation("\(callee) needs a string")
      }
      return text
    }

    func flag(_ keyword: String) throws(ExpressionError) -> Bool? {
      switch self[keyword] {
      case nil, .undefined?, .absent?, Value.none?: return nil
      case .boolean(let flag)?: return flag
      case let value?:
        throw .operation(
          "\(callee) needs true or false for '\(keyword)', not a value of kind \(value.kind.name)")
      }
    }
  }
}
