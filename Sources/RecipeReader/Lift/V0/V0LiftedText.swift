import RecipeModel

/// Texts and match specs of `meta.yaml`, their Jinja as `${{ … }}`.
enum V0LiftedText {
  static func text(_ source: String) -> Text {
    var parts: [Text.Part] = []
    var literal = ""
    var rest = source[...]
    while let open = rest.firstRange(of: "${{ "),
      let close = rest[open.upperBound...].firstRange(of: " }}")
    {
      literal += rest[..<open.lowerBound]
      if let reference = reference(rest[open.upperBound..<close.lowerBound]) {
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

  private static func reference(_ expression: Substring) -> Reference? {
    switch expression {
    case "version": .version
    case "PKG_BUILDNUM": .buildNumber
    case "PKG_HASH": .hash
    case "target_platform": .targetPlatform
    case "cuda_compiler_version": .variant(.cudaCompilerVersion)
    default: nil
    }
  }

  static func requirement(_ source: String) -> Requirement {
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

  private static func pin(
    _ name: String, _ arguments: ArraySlice<V1.Expression.Argument>
  ) -> PackagePin? {
    var pin = PackagePin(
      name, lowerBound: PackagePin.defaultLowerBound, upperBound: PackagePin.defaultUpperBound,
      exact: false)
    var seen: Set<String> = []
    for argument in arguments {
      guard case .keyword(let keyword) = argument.kind, case .constant(let value) = argument.value,
        seen.insert(keyword.hasSuffix("_pin") ? String(keyword.prefix(3)) : keyword).inserted
      else { return nil }
      switch (keyword, value) {
      case ("min_pin", .string(let text)) where isPattern(text): pin.lowerBound = text
      case ("max_pin", .string(let text)) where isPattern(text): pin.upperBound = text
      case ("min_pin", .none): pin.lowerBound = nil
      case ("max_pin", .none): pin.upperBound = nil
      case ("exact", .boolean(true)) where arguments.count == 1:
        return PackagePin(name, lowerBound: nil, upperBound: nil, exact: true)
      default: return nil
      }
    }
    return pin
  }

  private static func isPattern(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0 == "x" || $0 == "." }
  }
}
