package import Diagnostics
package import RecipeModel
package import Templates

extension LinkScript {
  /// The script for one system, as `<folder>/post-link.sh`.
  ///
  /// In the recipe's folder itself conda-build would pick it up for every variant: keep it in a
  /// folder below, and let the build install it where it belongs.
  package func file(
    package name: String, on system: ScriptSystem, folder: String = "link-scripts",
    templates: TemplateSet = TemplateSet(), findings: inout Findings
  ) -> ScriptFile {
    var context = ScriptContext(.link, on: system)
    context.location = location
    let ending: String
    let text: String
    switch system {
    case .unix:
      ending = "sh"
      var printer = BashPrinter(context)
      printer.print(steps)
      text = printer.context.render(
        .unixLink,
        [
          "moment": .text(moment.phrase),
          "functions": .text(printer.functionTexts),
          "steps": .text(printer.lines.joined(separator: "\n")),
        ], in: templates
      )
      findings.add(contentsOf: printer.context.findings.all)
    case .windows:
      ending = "bat"
      var printer = BatchPrinter(context)
      printer.print(steps)
      text =
        printer.context.render(
          .windowsLink,
          [
            "moment": .text(moment.phrase),
            "steps": .text(printer.lines.joined(separator: "\n")),
          ], in: templates
        ).withCRLF
      findings.add(contentsOf: printer.context.findings.all)
    }
    return ScriptFile(
      path: "\(folder)/\(moment.rawValue).\(ending)", text: text,
      destination: installedPath(package: name, on: system))
  }
}

extension LinkScript.Moment {
  fileprivate var phrase: String {
    switch self {
    case .preLink: "before it installs the package"
    case .postLink: "after it has installed the package"
    case .preUnlink: "before it removes the package"
    }
  }
}
