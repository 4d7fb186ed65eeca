/// Commands of a `recipe.yaml`, whose templates are rendered only when they run, as far as the recipe decides
/// what they will be: `pip install ${{ name }}` is `pip install box`, `${{ PREFIX }}/lib` is `$PREFIX/lib`.
struct CommandText {
  private var evaluator: V1.Evaluator

  init(_ output: V1.RenderedOutput, on platforms: V1.Platforms) {
    var context: [String: V1.Value] = [:]
    if case .fields(let fields)? = output.tree["context"] {
      for entry in fields.entries { context[entry.name] = V1.Value(entry.value) }
    }
    var scope = V1.Scope(
      context: context, variant: output.combination.scope, platforms: platforms)
    for name in Self.variables where scope[name] == nil {
      scope.local[name] = .string("$\(name)")
    }
    scope.local["PKG_NAME"] = .string(output.name)
    scope.local["PKG_VERSION"] = .string(output.version)
    scope.local["PKG_BUILDNUM"] = .string(String(output.buildNumber))
    evaluator = V1.Evaluator(scope: scope)
  }

  /// What the build tool sets for scripts.
  private static let variables = [
    "PREFIX", "BUILD_PREFIX", "SRC_DIR", "RECIPE_DIR", "SP_DIR", "STDLIB_DIR", "PYTHON", "PERL",
    "R",
    "LIBRARY_PREFIX", "LIBRARY_BIN", "LIBRARY_INC", "LIBRARY_LIB", "SCRIPTS", "CPU_COUNT",
    "CONDA_BUILD", "PY_VER", "PATH", "HOME", "ARCH",
  ]

  /// As it stands where something else is in it.
  mutating func rendered(_ text: String) -> String {
    guard V1.Template.isTemplate(text), let template = try? V1.Template(text) else { return text }
    return (try? evaluator.render(template)) ?? text
  }
}

extension V1.Value {
  /// What a rendered value was before.
  fileprivate init(_ tree: V1.Tree) {
    self =
      switch tree {
      case .null: .none
      case .boolean(let flag): .boolean(flag)
      case .integer(let number): .integer(number)
      case .number(let number): .number(number)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map { V1.Value($0) })
      case .fields(let fields):
        .mapping(of: fields.entries.map { .init(key: .string($0.name), value: V1.Value($0.value)) })
      }
  }
}
