import Conda
import Testing

@Suite struct LicenseTests {
  @Test(arguments: [
    ("MIT", "MIT"), ("(MIT)", "MIT"), ("MIT or Apache-2.0", "MIT OR Apache-2.0"),
    ("MIT AND (BSD-3-Clause OR ISC)", "MIT AND (BSD-3-Clause OR ISC)"),
    ("(MIT AND ISC) OR Zlib", "MIT AND ISC OR Zlib"), ("Apache-2.0+", "Apache-2.0+"),
    ("Apache-2.0 with LLVM-exception", "Apache-2.0 WITH LLVM-exception"),
    ("LicenseRef-NVIDIA-End-User", "LicenseRef-NVIDIA-End-User"),
    ("DocumentRef-x:LicenseRef-y", "DocumentRef-x:LicenseRef-y"),
    ("  GPL-2.0-or-later\t", "GPL-2.0-or-later"),
  ])
  func expressions(_ text: String, _ canonical: String) throws {
    let license = try SPDXExpression(text)
    #expect(license.canonical == canonical)
    #expect(license.deprecations.isEmpty)
  }

  @Test func andBindsTighterThanOr() throws {
    guard case .any(let nodes) = try SPDXExpression("MIT OR ISC AND Zlib").root else {
      Issue.record("an alternative is the root")
      return
    }
    #expect(nodes.count == 2)
  }

  @Test(arguments: [
    ("Apache 2.0", "did you mean 'Apache-2.0'?"), ("mit", "did you mean 'MIT'?"),
    ("BSD", "did you mean 'BSD-3-Clause'?"), ("BSD 3-Clause", "did you mean 'BSD-3-Clause'?"),
    ("GPLv3", "did you mean 'GPL-3.0-only'?"), ("The MIT License", "did you mean 'MIT'?"),
    ("Apache-2.0 WITH LLVM-exeption", "did you mean 'LLVM-exception'?"),
    ("Proprietary", "take one from spdx.org/licenses, or write LicenseRef-Proprietary"),
    ("MIT ISC", "write AND, OR or WITH between them"), ("MIT Or ISC", "write 'OR'"),
    ("GPL-3.0-or-later+", "write the identifier that ends in '-or-later'"),
    ("LicenseRef-", "write 'LicenseRef-' and letters, digits, '.' and '-' behind it"),
  ])
  func remedies(_ text: String, _ remedy: String) {
    let error = #expect(throws: SPDXExpressionError.self) { try SPDXExpression(text) }
    #expect(error?.remedy == remedy)
  }

  @Test(arguments: [
    ("", 0), ("MIT/Apache-2.0", 3), ("MIT AND", 7), ("AND MIT", 0), ("MIT OR OR ISC", 7),
    ("((MIT)", 0),
    ("MIT)", 3), ("(MIT OR ISC) WITH LLVM-exception", 13), ("MIT +", 4), ("MIT WITH ", 9),
    ("()", 1),
  ])
  func places(_ text: String, _ offset: Int) {
    let error = #expect(throws: SPDXExpressionError.self) { try SPDXExpression(text) }
    #expect(error?.offset == offset)
  }

  @Test(arguments: [
    ("GPL-3.0", "write 'GPL-3.0-only' or 'GPL-3.0-or-later'"),
    ("GPL-2.0+", "write 'GPL-2.0-or-later'"),
    ("GPL-2.0-with-GCC-exception", "write 'GPL-2.0-only WITH …' or 'GPL-2.0-or-later WITH …'"),
    ("eCos-2.0", "take its replacement from spdx.org/licenses"),
  ])
  func deprecations(_ text: String, _ remedy: String) throws {
    #expect(try SPDXExpression("MIT OR " + text).deprecations.map(\.remedy) == [remedy])
    #expect(try SPDXExpression("MIT OR " + text).deprecations.map(\.offset) == [7])
  }

  @Test func parenthesesDoNotExhaustTheStack() {
    let text = String(repeating: "(", count: 100_000)
    let error = #expect(throws: SPDXExpressionError.self) { try SPDXExpression(text) }
    #expect(error?.cause == .tooDeep)
  }
}
