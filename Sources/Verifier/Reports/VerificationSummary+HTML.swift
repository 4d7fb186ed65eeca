extension VerificationSummary {
  /// Variants × stages and variants × engines, and below them each variant's own report.
  ///
  /// - Parameter command: what was typed.
  package func html(of command: String) -> String {
    var body = "<h1>\(Markup.escaped(name))</h1>\n"
    let right = reports.count(where: \.isRight)
    body += "<p class=\"\(isRight ? "passed" : "failed")\">\(right) of \(reports.count) variants "
    body += "verified in \(seconds.inTenths) s</p>\n<table class=\"matrix\">\n<tr><th>variant</th>"
    body += stages.map { "<th>\($0.rawValue)</th>" }.joined() + "<th>s</th></tr>\n"
    for (number, report) in reports.enumerated() {
      body += "<tr><td><a href=\"#variant-\(number)\">\(Markup.escaped(report.variant))</a></td>"
      for stage in stages {
        let state = Self.state(report, stage) ?? "skipped"
        body += "<td class=\"\(state == "kept" ? "passed" : state)\">\(state)</td>"
      }
      body += "<td class=\"time\">\(report.seconds.inTenths)</td></tr>\n"
    }
    body += "</table>\n" + engines
    for (number, report) in reports.enumerated() {
      body += "<section id=\"variant-\(number)\">\n\(report.section)</section>\n"
    }
    return HTMLPage(title: "\(name): verification", body: body, command: command).text
  }

  /// How many networks each variant's engines have right.
  private var engines: String {
    let tables = reports.map { EngineTable($0) }
    var engines: [String] = []
    for engine in tables.flatMap(\.engines) where !engines.contains(engine) {
      engines.append(engine)
    }
    guard !engines.isEmpty else { return "" }
    var text = "<h2>Networks that give the reference's result</h2>\n<table class=\"engines\">\n"
    text += "<tr><th>variant</th>"
    text += engines.map { "<th>\(Markup.escaped($0))</th>" }.joined() + "</tr>\n"
    for (report, table) in zip(reports, tables) {
      text += "<tr><td>\(Markup.escaped(report.variant))</td>"
      for engine in engines {
        let count = table.count(engine)
        let state = count.all == 0 ? "skipped" : count.right == count.all ? "passed" : "failed"
        text += "<td class=\"\(state)\">"
        text += count.all == 0 ? "-" : "\(count.right) of \(count.all)"
        text += "</td>"
      }
      text += "</tr>\n"
    }
    return text + "</table>\n"
  }
}
