import Diagnostics
import Disk

extension VerificationReport {
  /// One file that needs nothing else: verdict, stages, findings, engines, logs folded, environment and
  /// how to repeat it.
  ///
  /// - Parameter command: what was typed.
  package func html(of command: String) -> String {
    HTMLPage(title: "\(name): verification", body: section, command: command).text
  }

  /// A variant's part of a page.
  var section: String {
    let title = variant.isEmpty ? name : "\(name) \(variant)"
    var body = "<h1>\(Markup.escaped(title)) <small>\(Markup.escaped(platform))</small></h1>\n"
    body += "<p class=\"\(isRight ? "passed" : "failed")\">"
    body += isRight ? "verified" : "not verified"
    body +=
      " in \(seconds.inTenths) s · \(Markup.escaped(environment)), \(Markup.escaped(isolation))</p>\n"
    body += list(of: allFindings)
    let engines = EngineTable(self).html
    if !engines.isEmpty { body += "<h2>Networks that give the reference's result</h2>\n" + engines }
    for output in outputs {
      body += "<h2>\(Markup.escaped(output.name))</h2>\n<table>\n"
      for report in output.stages { body += row(report) }
      body += "</table>\n"
      body += output.stages.map { details($0) }.joined()
    }
    return body
  }

  private func list(of findings: [Diagnostic]) -> String {
    let shown = findings.filter { $0.severity != .note }
    guard !shown.isEmpty else { return "" }
    let items = shown.map { finding in
      let place = finding.location.map { "<code>\(Markup.escaped("\($0)"))</code> " } ?? ""
      let remedy = finding.remedy.map { "<br>\(Markup.escaped($0))" } ?? ""
      let notes =
        finding.notes.isEmpty
        ? ""
        : "<pre>\(finding.notes.map { Markup.escaped($0.message) }.joined(separator: "\n"))</pre>"
      return "<li>\(place)<span class=\"\(finding.severity == .error ? "failed" : "")\">"
        + "\(finding.severity.rawValue)</span>: \(Markup.escaped(finding.message))\(remedy)\(notes)</li>"
    }
    return "<ul>\n\(items.joined(separator: "\n"))\n</ul>\n"
  }

  private func pictures(_ check: StageReport.Check) -> String {
    let pictures = check.figures.compactMap { try? DiskFile($0).read() }
    return pictures.isEmpty ? "" : "<div class=\"pair\">\(pictures.joined())</div>"
  }

  private func row(_ report: StageReport) -> String {
    "<tr><td class=\"\(report.status.rawValue)\">\(report.status.rawValue)</td>"
      + "<td>\(Markup.escaped(report.stage.inWords))\(report.isCached ? " <small>kept</small>" : "")</td>"
      + "<td class=\"time\">\(report.seconds.inTenths) s</td></tr>\n"
  }

  private func details(_ report: StageReport) -> String {
    var text = ""
    if !report.facts.isEmpty {
      text +=
        "<table>"
        + report.facts.sorted { $0.key < $1.key }.map {
          "<tr><td>\(Markup.escaped($0.key))</td><td><code>\(Markup.escaped($0.value))</code></td></tr>"
        }.joined() + "</table>"
    }
    for check in report.checks {
      text +=
        "<details><summary class=\"\(check.isRight ? "passed" : "failed")\">"
        + "\(Markup.escaped(check.name)) <small>\(check.seconds.inTenths) s</small></summary>"
        + (check.output.isEmpty
          ? "" : "<pre>\(Markup.escaped(check.output.joined(separator: "\n")))</pre>")
        + pictures(check) + "</details>"
    }
    let log = LogText(report.log).lastLines(300)
    if !log.isEmpty {
      text +=
        "<details><summary>log</summary><pre>"
        + "\(Markup.escaped(log.joined(separator: "\n")))</pre></details>"
    }
    guard !text.isEmpty else { return "" }
    return "<details\(report.status == .failed ? " open" : "")><summary>"
      + "\(Markup.escaped(report.stage.inWords))</summary>\(text)</details>\n"
  }
}
