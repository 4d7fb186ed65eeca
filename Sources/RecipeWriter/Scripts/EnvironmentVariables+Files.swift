package import Diagnostics
package import RecipeModel

extension EnvironmentVariables {
  /// The step of the build that writes `etc/conda/env_vars.d/<name>.json`.
  package func installation(package name: String, findings: inout Findings) -> ScriptStep? {
    check(&findings)
    guard !entries.isEmpty else { return nil }
    let path: ScriptPath = .prefix / "etc" / "conda" / "env_vars.d" / ScriptText("\(name).json")
    return .writeFile(path, text, at: entries.first?.location)
  }

  /// The file, with variables in the place of the prefix.
  var text: ScriptText {
    var parts: [ScriptText.Part] = [.literal("{\n")]
    for (index, entry) in entries.enumerated() {
      parts.append(.literal("  " + JSONText.quoted(entry.name) + ": \""))
      for part in entry.value.parts {
        switch part {
        case .literal(let text): parts.append(.literal(JSONText.escaped(text)))
        case .variable(let variable): parts.append(.slashedPath(ScriptPath(variable)))
        case .path(let path), .slashedPath(let path): parts.append(.slashedPath(path.escaped))
        }
      }
      parts.append(.literal(index == entries.count - 1 ? "\"\n" : "\",\n"))
    }
    return ScriptText(parts + [.literal("}\n")])
  }

  private func check(_ findings: inout Findings) {
    var names: Set<String> = []
    for entry in entries {
      if entry.name == "PATH" { findings.add(.pathNotSettable(at: entry.location)) }
      // Windows knows no difference between upper and lower case in names.
      if !names.insert(entry.name.uppercased()).inserted {
        findings.add(.variableSetTwice(entry.name, at: entry.location))
      }
      var context = ScriptContext(.activation, on: .unix)
      context.location = entry.location
      _ = context.name(entry.name)
      _ = context.pieces(entry.value)
      for case .variable(.environment(let name)) in entry.value.parts {
        context.report(.valueNotFixed(name, at: entry.location))
      }
      findings.add(contentsOf: context.findings.all)
    }
  }
}

extension ScriptPath {
  /// With names that stand in a JSON text.
  fileprivate var escaped: ScriptPath {
    ScriptPath(
      root: root,
      components: components.map { component in
        ScriptText(
          component.parts.map { part in
            if case .literal(let text) = part { .literal(JSONText.escaped(text)) } else { part }
          })
      })
  }
}
