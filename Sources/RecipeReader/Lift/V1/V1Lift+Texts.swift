import RecipeModel

extension V1Lift {
  /// `${{ … }}` as references where the model knows them; others stay in the text.
  ///
  /// In build strings `build_number` is the number, whatever else is called so.
  func text(_ source: String, isBuildString: Bool = false) -> Text {
    var parts: [Text.Part] = []
    var literal = ""
    var rest = source[...]
    while let open = rest.firstRange(of: "${{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      literal += rest[..<open.lowerBound]
      let inner = rest[open.upperBound..<close.lowerBound]
      if let reference = reference(inner, isBuildString) {
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(.reference(reference))
      } else {
        literal += rest[open.lowerBound..<close.upperBound]
      }
      rest = rest[close.upperBound...]
    }
    literal += rest
    if !literal.isEmpty || parts.isEmpty { parts.append(.literal(literal)) }
    return Text(parts)
  }

  private func reference(_ expression: Substring, _ isBuildString: Bool) -> Reference? {
    let bytes = Array(expression.utf8)[...].trimmed(\.isSpace)
    switch String(decoding: bytes, as: UTF8.self) {
    case "version": return .version
    case "build_number":
      return isBuildString || contextNames.contains("build_number") ? .buildNumber : nil
    case "hash": return .hash
    case "target_platform": return .targetPlatform
    case "cuda_compiler_version": return .variant(.cudaCompilerVersion)
    case "python | version_to_buildstring": return .digits(.python)
    default: return nil
    }
  }

  func requirement(_ source: String) -> Requirement {
    guard let inner = V1.RecipeParser.onlyExpression(source),
      case .call(.name(let name), let arguments)? = try? V1.ExpressionParser.parse(inner),
      case .constant(.string(let first))? = arguments.first?.value,
      arguments[0].kind == .positional
    else { return .package(text(source)) }
    switch (name, arguments.count) {
    case ("compiler", 1): return .compiler(first)
    case ("stdlib", 1): return .stdlib(first)
    case ("pin_subpackage", _):
      if let pin = pin(first, arguments.dropFirst()) { return .pinSubpackage(pin) }
    case ("pin_compatible", _):
      if let pin = pin(first, arguments.dropFirst()), !pin.exact { return .pinCompatible(pin) }
    default: break
    }
    return .package(text(source))
  }

  private func pin(
    _ name: String, _ arguments: ArraySlice<V1.Expression.Argument>
  ) -> PackagePin? {
    var pin = PackagePin(
      name, lowerBound: PackagePin.defaultLowerBound, upperBound: PackagePin.defaultUpperBound,
      exact: false)
    for argument in arguments {
      guard case .keyword(let keyword) = argument.kind, case .constant(let value) = argument.value
      else { return nil }
      switch (keyword, value) {
      case ("lower_bound", .string(let text)): pin.lowerBound = text
      case ("lower_bound", .none): pin.lowerBound = nil
      case ("upper_bound", .string(let text)): pin.upperBound = text
      case ("upper_bound", .none): pin.upperBound = nil
      case ("exact", .boolean(true)) where arguments.count == 1:
        return PackagePin(name, lowerBound: nil, upperBound: nil, exact: true)
      default: return nil
      }
    }
    return pin
  }
}
