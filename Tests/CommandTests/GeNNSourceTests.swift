import Foundation
import Testing

/// GeNN itself: built from source by the recipe, installed, and made to run the gallery.
///
/// `GENNFORGE_GENN_SOURCE` names an archive or a tree of GeNN 5.4.0. Building takes some minutes.
@Suite(
  .enabled(if: GeNNSource.path != nil, "set GENNFORGE_GENN_SOURCE to GeNN's source"),
  .enabled(
    if: VariantBench.isPossible, "the host environment needs Debian's packages and bubblewrap"))
struct GeNNSourceTests {
  @Test func packageRunsTheGallery() throws {
    let tool = try CommandLineTool()
    // GeNN's makefiles know no blanks in paths, as the tool's own folder has.
    let work = FileManager.default.temporaryDirectory.appending(path: "genn-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    let arguments = [
      "verify", "pygenn", "--source", try #require(GeNNSource.path), "--gallery", "--work",
      work.path(percentEncoded: false), "--html", "report.html",
    ]
    let outcome = try tool.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for network in ["vogels_abbott (float)", "microcircuit (float)", "stdp_ten_to_one (float)"] {
      #expect(outcome.output.contains("right  \(network)"), "\(outcome.output)")
    }
    #expect(try tool.text("report.html").contains("GeNN on the CPU"))
    // Nothing has changed, so nothing runs.
    let again = try tool.run(arguments)
    #expect(again.status == 0)
    #expect(try tool.text("report.html").contains("run the build script <small>kept</small>"))
  }
}

private enum GeNNSource {
  static let path = ProcessInfo.processInfo.environment["GENNFORGE_GENN_SOURCE"]
}
