import Smithy
import Testing

@Suite struct ComparisonTests {
  private func jobs(_ change: (inout SmallFeedstock) -> Void = { _ in }) -> [BuildJob] {
    var feedstock = SmallFeedstock()
    change(&feedstock)
    return feedstock.rerendering().jobs
  }

  @Test func nothingIsDifferent() {
    let comparison = JobComparison(jobs(), jobs())
    #expect(comparison.isEmpty)
    #expect(comparison.unchanged.count == 2)
  }

  /// A key that told no jobs apart before does so now; the old jobs are still the same.
  @Test func newRowsMakeNewJobs() {
    let comparison = JobComparison(
      jobs(), jobs { $0.files[".ci_support/migrations/x.yaml"] = SmallFeedstock.migration })
    #expect(comparison.keys == ["linux-64": ["cuda_compiler_version", "python"]])
    #expect(comparison.appeared.map(\.name).allSatisfy { $0.contains("13.0") })
    #expect(comparison.appeared.count == 2)
    #expect(comparison.disappeared.isEmpty)
  }

  @Test func anotherValueIsAChange() throws {
    let comparison = JobComparison(
      jobs(),
      jobs { $0.pinning = $0.pinning.replacing("libgrid:\n  - 2", with: "libgrid:\n  - 3") })
    #expect(comparison.changed.count == 2)
    let change = try #require(comparison.changed.first)
    #expect(change.values.map(\.key) == ["libgrid"])
    #expect(change.values.first?.before?.values == ["2"])
    #expect(change.values.first?.after?.values == ["3"])
    #expect(change.lostPackages.count == 1 && change.newPackages.count == 1)
  }

  @Test func aReplacedValueOfAKeyThatTellsApartIsAChangeToo() {
    let comparison = JobComparison(
      jobs(), jobs { $0.pinning = $0.pinning.replacing("3.13.* *_cp313", with: "3.14.* *_cp314") })
    #expect(comparison.changed.map { $0.values.map(\.key) } == [["python"]])
    #expect(comparison.unchanged.count == 1)
  }

  @Test func droppedValuesMakeJobsDisappear() {
    let comparison = JobComparison(
      jobs(), jobs { $0.pinning = $0.pinning.replacing("  - 3.13.* *_cp313\n", with: "") })
    #expect(comparison.disappeared.count == 1)
    #expect(comparison.appeared.isEmpty && comparison.changed.isEmpty)
  }
}
