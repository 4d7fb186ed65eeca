package import Diagnostics

/// A value as it was read, with its place.
///
/// An alias stands here as the node it points to; both share their storage, however often it is
/// used.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence(YAMLSequence)
    case mapping(YAMLMapping)
  }

  package var content: Content
  /// Where the value is written; for an alias, where its anchor is.
  package var span: YAMLSpan
  package var file: String
  package var anchor: String?
  /// Where `*name` is written, if this is an alias.
  package var alias: YAMLMark?

  package init(_ content: Content, span: YAMLSpan, file: String, anchor: String? = nil) {
    self.content = content
    self.span = span
    self.file = file
    self.anchor = anchor
  }

  package var location: SourceLocation { SourceLocation(span.start, in: file) }
}

extension YAMLNode {
  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: YAMLSequence? {
    if case .sequence(let sequence) = content { sequence } else { nil }
  }

  package var mapping: YAMLMapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  package var tag: String? {
    switch content {
    case .scalar(let scalar): scalar.tag
    case .sequence(let sequence): sequence.tag
    case .mapping(let mapping): mapping.tag
    }
  }

  /// The value of a key, if this is a mapping that has it.
  package subscript(key: String) -> YAMLNode? { mapping?[key] }
}

extension SourceLocation {
  package init(_ mark: YAMLMark, in file: String) {
    self.init(file: file, line: mark.line, column: mark.column)
  }
}
