import RecipeModel

extension SwiftWriter {
  func condition(_ condition: Condition) -> String {
    switch condition {
    case .platform(let group): ".\(name(of: group))"
    case .crossBuild: ".crossBuild"
    case .value(let key, let text): ".value(\(literal(key.name)), is: \(literal(text)))"
    case .version(let key, let relation, let version):
      "\(self.key(key)) \(relation.rawValue) \(literal(version))"
    case .selector(let text): ".selector(\(literal(text)))"
    case .expression(let text): ".expression(\(literal(text)))"
    case .not(.value(.cudaCompilerVersion, "None")): ".cuda"
    case .not(let inner): "!\(parenthesized(inner, always: true))"
    case .all(let parts):
      parts.isEmpty
        ? ".expression(\"true\")" : parts.map { parenthesized($0) }.joined(separator: " && ")
    case .any(let parts):
      parts.isEmpty
        ? ".expression(\"false\")" : parts.map { parenthesized($0) }.joined(separator: " || ")
    }
  }

  /// `a >= b` binds tighter than `&&`, and `!` tighter than all; mixed `&&` and `||` get parentheses.
  private func parenthesized(_ condition: Condition, always: Bool = false) -> String {
    let text = self.condition(condition)
    switch condition {
    case .all(let parts) where parts.count == 1, .any(let parts) where parts.count == 1:
      return always ? "(\(text))" : text
    case .all, .any: return "(\(text))"
    case .version, .not: return always ? "(\(text))" : text
    // A leading dot after `!` has no type to be found in.
    case .platform, .crossBuild, .value, .expression, .selector:
      return always ? "Condition\(text)" : text
    }
  }

  private func name(of group: PlatformGroup) -> String {
    switch group {
    case .osx: "macOS"
    case .osx64: "macOS64"
    case .win: "windows"
    case .win64: "windows64"
    case .linux, .unix, .linux64, .aarch64, .arm64, .ppc64le, .x86_64: group.rawValue
    }
  }

  private func key(_ key: VariantKey) -> String {
    switch key {
    case .python: "Python.version"
    case .cudaCompilerVersion: "CUDA.version"
    default: "VersionKey(\(literal(key.name)))"
    }
  }

  func literal(_ text: String) -> String {
    SwiftString(text.replacing("\n", with: " ")).oneLine ?? "\"\""
  }

  func text(_ text: Text) -> SwiftValue {
    .string(
      SwiftString(
        parts: text.parts.map { part in
          switch part {
          case .literal(let piece): .text(piece)
          case .reference(let reference): .interpolation(self.reference(reference))
          }
        }))
  }

  private func reference(_ reference: Reference) -> String {
    switch reference {
    case .version: ".version"
    case .buildNumber: ".buildNumber"
    case .hash: ".hash"
    case .targetPlatform: ".platform"
    case .variant(.cudaCompilerVersion): ".cudaVersion"
    case .variant(let key): ".value(of: \(self.key(key)))"
    case .digits(let key): ".digits(of: \(self.key(key)))"
    }
  }

  /// A list with its conditions, line by line.
  func lines<Value>(_ items: [Item<Value>], _ line: (Value) -> [SwiftCode]) -> [SwiftCode] {
    items.flatMap { item -> [SwiftCode] in
      switch item {
      case .value(let value): return commented(value.comment, line(value.value))
      case .when(let condition, let then, let otherwise):
        return commented(
          condition.comment,
          [choice(condition.value, lines(then, line), lines(otherwise, line))])
      }
    }
  }

  private func commented(_ comment: Comment?, _ code: [SwiftCode]) -> [SwiftCode] {
    guard var comment else { return code }
    let below = Comment(above: comment.below)
    comment.below = []
    return SwiftCode.comments([comment]) + code + SwiftCode.comments([below])
  }

  func choice(
    _ condition: Condition, _ then: [SwiftCode], _ otherwise: [SwiftCode]
  ) -> SwiftCode {
    var closures = [SwiftCode.Closure(label: nil, body: then)]
    if !otherwise.isEmpty { closures.append(.init(label: "otherwise", body: otherwise)) }
    return .call("when", [.init(nil, .atom(self.condition(condition)))], closures)
  }

  /// Texts without conditions and comments.
  func plain<Value>(_ items: [Item<Value>]) -> [Value]? {
    var values: [Value] = []
    for item in items {
      guard case .value(let value) = item, value.comment == nil else { return nil }
      values.append(value.value)
    }
    return values
  }
}
