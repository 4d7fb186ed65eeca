package import Conda
package import Diagnostics
package import RecipeModel
package import Templates

extension BuildScript {
  /// `build.sh`, for the Unix ones among these platforms.
  package func bash(
    for platforms: [Platform] = Platform.usual, templates: TemplateSet = TemplateSet(),
    findings: inout Findings
  ) -> String {
    var printer = BashPrinter(ScriptContext(.build, on: .unix, platforms: platforms))
    printer.print(steps)
    let text = printer.context.render(
      .unixBuild,
      [
        "functions": .text(printer.functionTexts),
        "steps": .text(printer.lines.joined(separator: "\n")),
      ], in: templates)
    findings.add(contentsOf: printer.context.findings.all)
    return text
  }

  /// `build.bat`, or `bld.bat` as conda-build calls it, for the Windows ones among these platforms.
  package func batch(
    for platforms: [Platform] = Platform.usual, templates: TemplateSet = TemplateSet(),
    findings: inout Findings
  ) -> String {
    var printer = BatchPrinter(ScriptContext(.build, on: .windows, platforms: platforms))
    printer.print(steps)
    let lines = printer.lines.joined(separator: "\n")
    let isASCII = lines.utf8.allSatisfy { $0 < 0x80 }
    if !isASCII { printer.context.report(.batchTextBeyondAscii(at: steps.firstPlace)) }
    let text = printer.context.render(
      .windowsBuild, ["utf8": .flag(!isASCII), "steps": .text(lines)], in: templates)
    findings.add(contentsOf: printer.context.findings.all)
    return text.withCRLF
  }
}

extension BashPrinter {
  /// Those that the steps call, in one order.
  var functionTexts: String {
    BashFunction.allCases.filter(functions.contains).map(\.text).joined(separator: "\n\n")
  }
}

extension [ScriptStep] {
  var firstPlace: SourceLocation? { lazy.compactMap(\.location).first }
}
