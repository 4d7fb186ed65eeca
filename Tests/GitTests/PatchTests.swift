import Git
import Testing

/// Expected patches are what git 2.39's `git diff` prints for the same contents.
@Suite struct PatchTests {
  private static let old = "a\nb\nc\nd\ne\nf\ng\nh\n"
  private static let new = "a\nb\nc\nD\ne\nf\ng\nh\n"

  @Test func changedLineWithContext() throws {
    let patch = try #require(try Patch(from: Self.old, to: Self.new, path: "f.txt"))
    #expect(
      patch.text == """
        diff --git a/f.txt b/f.txt
        index 71ac1b5..797b965 100644
        --- a/f.txt
        +++ b/f.txt
        @@ -1,7 +1,7 @@
         a
         b
         c
        -d
        +D
         e
         f
         g

        """)
    #expect(patch.additions == 1)
    #expect(patch.deletions == 1)
  }

  @Test func fewerContextLines() throws {
    let patch = try #require(
      try Patch(from: Self.old, to: Self.new, path: "f.txt", contextLines: 1))
    #expect(patch.text.hasSuffix("\n@@ -3,3 +3,3 @@ b\n c\n-d\n+D\n e\n"))
  }

  @Test func equalTextsGiveNone() throws {
    #expect(try Patch(from: Self.old, to: Self.old, path: "f.txt") == nil)
    #expect(try Patch(from: nil, to: nil) == nil)
  }

  @Test func missingFinalLineEnd() throws {
    let patch = try #require(try Patch(from: "no end", to: "no end\n", path: "noend"))
    #expect(
      patch.text == """
        diff --git a/noend b/noend
        index d514c78..739de32 100644
        --- a/noend
        +++ b/noend
        @@ -1 +1 @@
        -no end
        \\ No newline at end of file
        +no end

        """)
  }

  @Test func emptyFileThatGetsContent() throws {
    let patch = try #require(try Patch(from: "", to: "x\n", path: "empty"))
    #expect(
      patch.text == """
        diff --git a/empty b/empty
        index e69de29..587be6b 100644
        --- a/empty
        +++ b/empty
        @@ -0,0 +1 @@
        +x

        """)
  }

  /// git itself adds a tab behind a name with a space; `git apply` needs none.
  @Test func addedFileWithAnUnusualName() throws {
    let patch = try #require(
      try Patch(from: nil, to: Patch.Side(path: "new é\"file", text: "x\n")))
    #expect(
      patch.text == #"""
        diff --git "a/new \303\251\"file" "b/new \303\251\"file"
        new file mode 100644
        index 0000000..587be6b
        --- /dev/null
        +++ "b/new \303\251\"file"
        @@ -0,0 +1 @@
        +x

        """#)
    #expect(patch.deletions == 0)
  }

  @Test func deletedFile() throws {
    let patch = try #require(try Patch(from: Patch.Side(path: "del.txt", text: "x\n"), to: nil))
    #expect(
      patch.text == """
        diff --git a/del.txt b/del.txt
        deleted file mode 100644
        index 587be6b..0000000
        --- a/del.txt
        +++ /dev/null
        @@ -1 +0,0 @@
        -x

        """)
  }

  @Test func binaryContents() throws {
    let patch = try #require(
      try Patch(
        from: Patch.Side(path: "bin", content: [0x61, 0, 0x62]),
        to: Patch.Side(path: "bin", content: [0x61, 0, 0x63])))
    #expect(
      patch.text == """
        diff --git a/bin b/bin
        index 20b5be9..88f3700 100644
        Binary files a/bin and b/bin differ

        """)
  }

  @Test func bytesThatAreNotUTF8AreKept() throws {
    let patch = try #require(
      try Patch(
        from: Patch.Side(path: "l1", content: [0xE9, 0x0A]),
        to: Patch.Side(path: "l1", content: [0xE8, 0x0A])))
    #expect(patch.bytes.suffix(6) == [0x2D, 0xE9, 0x0A, 0x2B, 0xE8, 0x0A])
  }

  @Test func carriageReturnsAreContent() throws {
    let patch = try #require(try Patch(from: "a\r\n", to: "a\n", path: "bld.bat"))
    #expect(patch.bytes.suffix(7) == Array("-a\r\n+a\n".utf8)[...])
  }

  @Test func nulInAFileNameIsAnError() {
    #expect(
      throws: GitError(
        code: -21, operation: "compare two texts",
        message: #"a file's name can't contain a NUL character: "a\0b""#)
    ) { try Patch(from: "x", to: "y", path: "a\0b") }
  }

  @Test func manyPatchesAtOnce() async throws {
    let expected = try Patch(from: Self.old, to: Self.new, path: "f.txt")
    try await withThrowingTaskGroup(of: Patch?.self) { group in
      for _ in 0..<200 {
        group.addTask { try Patch(from: Self.old, to: Self.new, path: "f.txt") }
      }
      for try await patch in group { #expect(patch == expected) }
    }
  }
}
