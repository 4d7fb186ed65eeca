package import Diagnostics
package import RecipeModel
package import Templates

extension ActivationScripts {
  /// A package's scripts for one system: on Unix for bash (with zsh and dash), fish and PowerShell,
  /// on Windows for cmd, PowerShell and bash.
  package func files(
    package name: String, on system: ScriptSystem, folder: String = "activation",
    templates: TemplateSet = TemplateSet(), findings: inout Findings
  ) -> [ScriptFile] {
    guard !changes.isEmpty else { return [] }
    var writer = ActivationWriter(package: name, system: system, templates: templates)
    let prepared = writer.prepare(changes)
    let folder = "\(folder)/\(system == .unix ? "unix" : "windows")"
    var files: [ScriptFile] = []
    for phase in ActivationWriter.Phase.allCases {
      var texts: [(ending: String, text: String)] = []
      if system == .windows { texts.append(("bat", writer.batch(prepared, phase))) }
      texts.append(("sh", writer.text(PosixActivation.self, .posixActivation, prepared, phase)))
      if system == .unix {
        texts.append(("fish", writer.text(FishActivation.self, .fishActivation, prepared, phase)))
      }
      texts.append(
        ("ps1", writer.text(PowerShellActivation.self, .powerShellActivation, prepared, phase)))
      for (ending, text) in texts {
        let file = "\(name)_\(phase.rawValue).\(ending)"
        files.append(
          ScriptFile(
            path: "\(folder)/\(file)", text: text,
            destination: .prefix / "etc" / "conda" / ScriptText("\(phase.rawValue).d")
              / ScriptText(file)))
      }
    }
    findings.add(contentsOf: writer.context.findings.all)
    return files
  }
}
