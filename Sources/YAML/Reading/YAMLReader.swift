package import Diagnostics

/// Reads YAML text with libyaml.
///
///     let stream = YAMLReader(file: "recipe.yaml", options: .rattler).read(text)
///     stream.documents.first?["package"]?["name"]?.scalar?.text
package struct YAMLReader: Sendable {
  package var file: String
  package var options: YAMLReadOptions

  package init(file: String, options: YAMLReadOptions = YAMLReadOptions()) {
    self.file = file
    self.options = options
  }

  package func read(_ text: String) -> YAMLStream {
    var text = text
    return text.withUTF8 { read($0) }
  }

  package func read(bytes: [UInt8]) -> YAMLStream {
    bytes.withUnsafeBufferPointer { read($0) }
  }

  /// The only document of a text; an empty text reads as an empty scalar.
  package func document(_ text: String) throws(Diagnostic) -> YAMLNode {
    try onlyDocument(of: read(text))
  }

  package func document(bytes: [UInt8]) throws(Diagnostic) -> YAMLNode {
    try onlyDocument(of: read(bytes: bytes))
  }

  /// The same, with what is suspicious in it.
  package func document(
    bytes: [UInt8], warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> YAMLNode {
    let stream = read(bytes: bytes)
    let node = try onlyDocument(of: stream)
    warnings += stream.findings.all
    return node
  }

  private func onlyDocument(of stream: YAMLStream) throws(Diagnostic) -> YAMLNode {
    if let finding = stream.findings.sorted.first(where: { $0.severity == .error }) {
      throw finding
    }
    if stream.documents.count > 1 {
      throw .severalDocuments(at: stream.documents[1].location)
    }
    let start = YAMLMark(line: 1, column: 1)
    return stream.documents.first
      ?? YAMLNode(.scalar(YAMLScalar("")), span: YAMLSpan(start, start), file: file)
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLStream {
    var builder = TreeBuilder(file: file, options: options)
    guard bytes.count <= options.limits.bytes else {
      builder.findings.add(.fileTooLarge(bytes.count, limit: options.limits.bytes, in: file))
      return stream(builder)
    }
    let start = YAMLMark(line: 1, column: 1)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      builder.findings.add(.badEncoding("UTF-16", at: SourceLocation(start, in: file)))
      return stream(builder)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark, !options.allowsByteOrderMark {
      builder.findings.add(.byteOrderMark(at: SourceLocation(start, in: file)))
    }
    let text = UnsafeBufferPointer(rebasing: hasMark ? bytes[3...] : bytes[...])
    builder.recordsScalars = text.contains(UInt8(ascii: "#"))
    var comments: [YAMLComment] = []
    do throws(Diagnostic) {
      let parser = try LibYAMLParser(text, file: file)
      while try parser.advance() { try builder.add(parser) }
      if builder.recordsScalars {
        comments = CommentScanner.comments(in: text, besides: builder.scalarSpans)
      }
    } catch {
      // Behind the error nobody knows which '#' is text.
      builder.findings.add(error)
    }
    return stream(builder, comments)
  }

  private func stream(_ builder: TreeBuilder, _ comments: [YAMLComment] = []) -> YAMLStream {
    YAMLStream(
      documents: builder.documents, findings: builder.findings,
      comments: YAMLComments(comments, in: file))
  }
}
