import Conda

extension V1.RenderedOutput {
  /// A command of a script as a shell runs it.
  ///
  /// The engine leaves templates in commands until it builds. Names of `context:` and of the variant have
  /// their values then, and what only a build knows, such as `PYTHON`, becomes the shell's variable. A template
  /// that can't be rendered stays as it is.
  ///
  ///     output.command("${{ PYTHON }} -m pip install .")   // "$PYTHON -m pip install ."
  package func command(_ text: String) -> String {
    guard V1.Template.isTemplate(text), let template = try? V1.Template(text) else { return text }
    let variant = combination.scope
    func platform(_ name: String) -> Platform? { variant[name]?.text.map { Platform($0) } }
    guard let target = platform("target_platform") else { return text }
    var scope = V1.Scope(
      context: variant.merging(context.entries.map { ($0.name, $0.value.asValue) }) { $1 },
      platforms: V1.Platforms(target: target, build: platform("build_platform") ?? target))
    for name in template.variables where scope[name] == nil && name == name.uppercased() {
      scope.local[name] = .string("$" + name)
    }
    var evaluator = V1.Evaluator(scope: scope)
    return (try? evaluator.render(template)) ?? text
  }
}

extension V1.Tree {
  /// As expressions see it.
  fileprivate var asValue: V1.Value {
    switch self {
    case .null: .none
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .list(let items): .list(items.map(\.asValue))
    case .fields(let fields):
      .mapping(
        fields.entries.map { V1.Value.Pair(key: .string($0.name), value: $0.value.asValue) })
    }
  }
}
