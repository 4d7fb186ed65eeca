import RecipeModel

extension ScriptStep.Action {
  /// Every text of the step; raw ones are not among them.
  var texts: [ScriptText] {
    switch self {
    case .environment(_, let value): [value]
    case .prependPath(_, let path), .makeDirectory(let path), .remove(let path): [ScriptText(path)]
    case .unset, .raw, .when: []
    case .pipInstall(let arguments): arguments
    case .run(let program, let arguments): [program] + arguments
    case .copyFile(let from, let to), .copyTree(let from, let to), .move(let from, let to):
      [ScriptText(from), ScriptText(to)]
    case .writeFile(let path, let text): [ScriptText(path), text]
    case .require(let requirement, let message): requirement.texts + [message].compactMap { $0 }
    case .message(let lines): lines
    }
  }

  /// The texts for bash and for cmd that are taken as they are.
  var rawTexts: [String] {
    guard case .raw(let bash, let batch) = self else { return [] }
    return [bash, batch].compactMap { $0 }
  }
}

extension ScriptRequirement {
  fileprivate var texts: [ScriptText] {
    if case .fileExists(let path) = self { [ScriptText(path)] } else { [] }
  }
}

extension ScriptText {
  /// The variables that the text reads, those of its paths included.
  var variables: Set<ScriptVariable> {
    parts.reduce(into: []) { variables, part in
      switch part {
      case .literal: break
      case .variable(let variable): variables.insert(variable)
      case .path(let path), .slashedPath(let path): variables.formUnion(path.variables)
      }
    }
  }

  /// The text when no variable is part of it.
  var literalText: String? {
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part else { return nil }
      text += piece
    }
    return text
  }
}

extension ScriptPath {
  var variables: Set<ScriptVariable> {
    var variables = components.reduce(into: Set<ScriptVariable>()) { $0.formUnion($1.variables) }
    if case .variable(let variable) = root { variables.insert(variable) }
    return variables
  }
}
