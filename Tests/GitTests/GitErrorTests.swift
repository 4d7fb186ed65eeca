import CGit2
import Testing

@testable import Git

@Suite struct GitErrorTests {
  @Test func carriesWhatLibgit2Says() {
    let error = #expect(throws: GitError.self) {
      try git(operation: "open a repository") {
        var repository: OpaquePointer?
        return git_repository_open(&repository, "/no/such/folder")
      }
    }
    #expect(error?.code == Int(GIT_ENOTFOUND.rawValue))
    #expect(error?.errorClass == Int(GIT_ERROR_OS.rawValue))
    #expect(error?.operation == "open a repository")
    #expect(error?.message.contains("/no/such/folder") == true)
  }

  @Test func describesOperationReasonAndCode() {
    let error = GitError(
      code: -3, errorClass: 4, operation: "open a repository", message: "no such folder")
    #expect(
      error.description
        == "couldn't open a repository: no such folder (libgit2 code -3, class 4)")
  }

  @Test func nonNegativeAnswersAreGivenBack() throws {
    #expect(try git(operation: "count") { 7 } == 7)
  }
}
