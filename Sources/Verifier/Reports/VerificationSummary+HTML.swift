extension VerificationSummary {
  /// Variants × stages, and below it each variant's own report.
  package var html: String {
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
    body += "</table>\n"
    for (number, report) in reports.enumerated() {
      body += "<section id=\"variant-\(number)\">\n\(report.section)</section>\n"
    }
    body += "<h2>How to repeat it</h2>\n"
    body += "<pre>gennforge verify \(Markup.escaped(name)) --all-variants</pre>\n"
    return HTMLPage(title: "\(name): verification", body: body).text
  }
}
