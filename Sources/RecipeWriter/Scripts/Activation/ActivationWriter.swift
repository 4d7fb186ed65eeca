import Diagnostics
import RecipeModel
import Templates

/// Writes the activation and deactivation scripts of one package for one system.
struct ActivationWriter {
  enum Phase: String, CaseIterable {
    case activate, deactivate
  }

  let package: String
  let templates: TemplateSet
  var context: ScriptContext

  init(package: String, system: ScriptSystem, templates: TemplateSet) {
    self.package = package
    self.templates = templates
    context = ScriptContext(.activation, on: system)
  }

  mutating func prepare(_ changes: [EnvironmentChange]) -> [PreparedChange] {
    var names: Set<String> = []
    return changes.map { change in
      context.location = change.location
      let name = context.name(change.name)
      if name.uppercased() == "PATH" { context.report(.pathNotSettable(at: change.location)) }
      // Windows knows no difference between upper and lower case in names.
      if !names.insert(name.uppercased()).inserted {
        context.report(.variableSetTwice(name, at: change.location))
      }
      let effect: PreparedChange.Effect =
        switch change.action {
        case .set(let value): .set(context.pieces(value))
        case .prepend(let path): .prepend(context.searchFolder(path))
        case .unset: .unset
        }
      return PreparedChange(name, effect, package: package)
    }
  }

  mutating func text<Language: ActivationLanguage>(
    _ language: Language.Type, _ template: TemplateName, _ changes: [PreparedChange],
    _ phase: Phase
  ) -> String {
    let lines =
      switch phase {
      case .activate: changes.flatMap(Language.activate)
      case .deactivate: changes.reversed().flatMap(Language.deactivate)
      }
    return render(template, lines, phase)
  }

  mutating func batch(_ changes: [PreparedChange], _ phase: Phase) -> String {
    var lines: [String] = []
    for line in phase == .activate
      ? changes.flatMap(CmdActivation.activate)
      : changes.reversed().flatMap(CmdActivation.deactivate)
    {
      let (text, problem) = line.finished(silenced: true)
      if let problem { context.report(.textNotForBatch(problem, at: context.location)) }
      lines.append(text)
    }
    return render(.cmdActivation, lines, phase).withCRLF
  }

  private mutating func render(
    _ template: TemplateName, _ lines: [String], _ phase: Phase
  ) -> String {
    let text = lines.joined(separator: "\n")
    return context.render(
      template,
      [
        "package": .text(package),
        "activated": .text(phase == .activate ? "activated" : "deactivated"),
        "utf8": .flag(!text.utf8.allSatisfy { $0 < 0x80 }),
        "steps": .text(text),
      ], in: templates)
  }
}
