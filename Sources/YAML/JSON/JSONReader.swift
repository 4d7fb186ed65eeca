package import Diagnostics

/// Reads JSON as nodes: text is double-quoted, everything else plain.
///
/// libyaml cannot stand in for this: JSON writes characters beyond 16 bits as two escapes, which
/// YAML forbids, and may have keys of any length.
package struct JSONReader: Sendable {
  package var file: String
  package var limits: YAMLLimits

  package init(file: String, limits: YAMLLimits = YAMLLimits()) {
    self.file = file
    self.limits = limits
  }

  package func document(_ text: String) throws(Diagnostic) -> YAMLNode {
    try document(bytes: Array(text.utf8))
  }

  package func document(bytes: [UInt8]) throws(Diagnostic) -> YAMLNode {
    guard bytes.count <= limits.bytes else {
      throw .fileTooLarge(bytes.count, limit: limits.bytes, in: file)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .badEncoding("not UTF-8", at: SourceLocation(file: file, line: 1))
    }
    var parser = JSONParser(Array(text.utf8), file: file, limits: limits)
    return try parser.document()
  }
}
