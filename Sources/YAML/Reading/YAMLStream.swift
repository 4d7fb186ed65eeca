package import Diagnostics

/// What a file held.
package struct YAMLStream: Sendable {
  /// Those that could be read before an error in the syntax, if there was one.
  package var documents: [YAMLNode]
  package var findings: Findings
  package var comments: YAMLComments
}
