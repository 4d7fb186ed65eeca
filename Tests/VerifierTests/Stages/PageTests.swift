import Diagnostics
import Foundation
import Testing

@testable import Verifier

/// The report as a page.
@Suite struct PageTests {
  private static func check(
    _ network: String, _ engine: String, isRight: Bool = true, figures: [String] = []
  ) -> StageReport.Check {
    StageReport.Check(
      name: "\(network) by \(engine)", isRight: isRight, seconds: 1.25, output: ["a < b & c"],
      network: network, engine: engine, figures: figures)
  }

  private static func report(figures: [String] = []) -> VerificationReport {
    var report = VerificationReport(name: "<b>&", platform: "linux-64")
    var kernels = StageReport(.kernels, status: .failed)
    kernels.checks = [
      check("poisson (float)", "GeNN on the CPU"),
      check("adam (float)", "GeNN on the CPU", isRight: false, figures: figures),
      check(OutputRun.title(of: "poisson_float"), "CUDA for sm_90, compiled only"),
      check(OutputRun.title(of: "adam_float"), "CUDA for sm_90, compiled only"),
    ]
    kernels.facts = ["<key>": "<value>"]
    kernels.findings = [
      Diagnostic(
        .error, at: SourceLocation(file: "recipe.yaml", line: 7), "<script>alert(1)</script>",
        remedy: "don't", id: "wrong")
    ]
    report.outputs = [.init(name: "pygenn", stages: [StageReport(.fetch), kernels])]
    return report
  }

  /// Elements that stay open, or are closed without having been opened.
  private static func unbalanced(_ page: String) -> [String] {
    var open: [String] = []
    for tag in page.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) where tag.3.isEmpty {
      let name = String(tag.2)
      if ["meta", "br"].contains(name) { continue }
      if tag.1.isEmpty { open.append(name) } else if open.popLast() != name { return [name] }
    }
    return open
  }

  @Test func oneRowForEachNetwork() {
    let page = Self.report().html(of: "gennforge verify <b>")
    #expect(Self.unbalanced(page) == [])
    #expect(
      page.contains(
        "<tr><td>poisson (float)</td><td class=\"passed\">yes</td><td class=\"passed\">yes</td></tr>"
      ))
    #expect(
      page.contains(
        "<tr><td>adam (float)</td><td class=\"failed\">no</td><td class=\"passed\">yes</td></tr>"))
    #expect(page.contains("not verified"))
    // What failed is unfolded.
    #expect(page.contains("<details open>") && page.contains("gennforge verify &lt;b&gt;"))
  }

  /// It opens without a network, and what a package says is no markup.
  @Test func nothingComesFromElsewhere() {
    let page = Self.report().html(of: "gennforge verify x")
    for word in ["<script", "src=", "href=\"http", "url(", "@import", "<key>", "<b>"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("<code>recipe.yaml:7"))
  }

  @Test func picturesStandSideBySide() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "page \(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["reference", "genn"].map { name in
      let file = folder.appending(path: "\(name).svg")
      try Data("<svg><title>\(name)</title></svg>".utf8).write(to: file)
      return file.path(percentEncoded: false)
    }
    let page = Self.report(figures: files).html(of: "gennforge verify x")
    #expect(
      page.contains(
        "<div class=\"pair\"><svg><title>reference</title></svg><svg><title>genn</title></svg></div>"
      ))
  }

  @Test func variantsHaveAnEngineEach() {
    var other = Self.report()
    other.variant = "cuda"
    let summary = VerificationSummary(name: "pygenn", reports: [Self.report(), other], seconds: 3)
    let page = summary.html(of: "gennforge verify pygenn --all-variants")
    #expect(Self.unbalanced(page) == [])
    #expect(page.contains("0 of 2 variants"))
    #expect(page.contains("1 of 2") && page.contains("id=\"variant-1\""))
  }
}
