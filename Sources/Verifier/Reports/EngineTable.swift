/// Networks × engines: which runs agreed with the reference.
struct EngineTable {
  private(set) var networks: [String] = []
  private(set) var engines: [String] = []
  private var checks: [String: [String: StageReport.Check]] = [:]

  init(_ report: VerificationReport) {
    for check in report.outputs.flatMap(\.stages).flatMap(\.checks) {
      guard let network = check.network, let engine = check.engine else { continue }
      if !engines.contains(engine) { engines.append(engine) }
      if checks[network] == nil { networks.append(network) }
      // A network may run twice, by the recipe's test and by the gallery: the worse result counts.
      guard checks[network]?[engine]?.isRight != false else { continue }
      checks[network, default: [:]][engine] = check
    }
  }

  subscript(network: String, engine: String) -> StageReport.Check? { checks[network]?[engine] }

  /// How many networks an engine had, and how many of them were right.
  func count(_ engine: String) -> (right: Int, all: Int) {
    let all = networks.compactMap { self[$0, engine] }
    return (all.count(where: \.isRight), all.count)
  }

  /// A table of HTML; empty without any network.
  var html: String {
    guard !networks.isEmpty else { return "" }
    var text = "<table class=\"engines\">\n<tr><th>network</th>"
    text += engines.map { "<th>\(Markup.escaped($0))</th>" }.joined() + "</tr>\n"
    for network in networks {
      text += "<tr><td>\(Markup.escaped(network))</td>"
      for engine in engines {
        guard let check = self[network, engine] else {
          text += "<td class=\"skipped\">-</td>"
          continue
        }
        text += "<td class=\"\(check.isRight ? "passed" : "failed")\">"
        text += "\(check.isRight ? "yes" : "no")</td>"
      }
      text += "</tr>\n"
    }
    return text + "</table>\n"
  }
}
