import Testing

/// Recorded answers of py-rattler-build.
@Suite struct RenderVectorTests {
  @Test(arguments: [("render-v1", 280), ("variants", 118), ("hashes", 52)])
  func everyAnswer(_ family: String, _ count: Int) throws {
    let cases = try RenderCase.all(family)
    #expect(cases.count == count)
    for item in cases {
      let problems = item.problems
      #expect(problems.isEmpty, "\(item.id): \(problems.joined(separator: "; "))")
    }
  }
}
