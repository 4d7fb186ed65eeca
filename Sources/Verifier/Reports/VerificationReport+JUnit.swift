import Diagnostics

extension VerificationReport {
  /// As continuous integration reads it: a suite for each package, a case for each stage and test.
  package var junit: String { Self.junit(of: [self]) }

  static func junit(of reports: [VerificationReport]) -> String {
    let suites = reports.flatMap(\.suites)
    let lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites>"] + suites
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private var suites: [String] {
    var lines: [String] = []
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty {
      // What stood in the way before any stage.
      let title = Markup.escaped(variant.isEmpty ? name : "\(name) (\(variant))")
      lines += [
        #"  <testsuite name="\#(title)" tests="\#(errors.count)" failures="\#(errors.count)">"#
      ]
      lines += errors.map {
        #"    <testcase classname="\#(title)" name="\#($0.id)"><failure message="\#(Markup.escaped($0.message))"/>"#
          + "</testcase>"
      }
      lines.append("  </testsuite>")
    }
    for output in outputs {
      let name = variant.isEmpty ? output.name : "\(output.name) (\(variant))"
      let cases = output.stages.flatMap { Self.cases(of: $0, in: name) }
      let stages = output.stages
      let failures = cases.count { $0.contains("<failure") }
      let skipped = cases.count { $0.contains("<skipped") }
      lines.append(
        #"  <testsuite name="\#(Markup.escaped(name))" tests="\#(cases.count)" "#
          + #"failures="\#(failures)" skipped="\#(skipped)" "#
          + #"time="\#(stages.reduce(0) { $0 + $1.seconds }.inTenths)">"#)
      lines += cases
      lines.append("  </testsuite>")
    }
    return lines
  }

  private static func cases(of report: StageReport, in suite: String) -> [String] {
    func line(_ name: String, _ seconds: Double, _ content: String) -> String {
      let start =
        #"    <testcase classname="\#(Markup.escaped(suite))" name="\#(Markup.escaped(name))" "#
        + #"time="\#(seconds.inTenths)""#
      return content.isEmpty ? start + "/>" : start + ">\(content)</testcase>"
    }
    func failure(_ message: String, _ text: String) -> String {
      #"<failure message="\#(Markup.escaped(message))">\#(Markup.escaped(text))</failure>"#
    }
    let errors = report.findings.filter { $0.severity == .error }
    var content = report.status == .skipped ? "<skipped/>" : ""
    if report.status == .failed {
      let texts = errors.map { "\($0.location.map { "\($0): " } ?? "")\($0.message)" }
      content = failure(errors.first?.message ?? "a check failed", texts.joined(separator: "\n"))
    }
    return [line(report.stage.rawValue, report.seconds, content)]
      + report.checks.map { check in
        line(
          "\(report.stage.rawValue): \(check.name)", check.seconds,
          check.isRight ? "" : failure(check.name, check.output.joined(separator: "\n")))
      }
  }
}

/// Text inside XML and HTML.
enum Markup {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML has no other control characters.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
