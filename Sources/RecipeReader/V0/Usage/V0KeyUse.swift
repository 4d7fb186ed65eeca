package import Diagnostics

/// A line of a recipe or script that makes a variant key count.
package struct V0KeyUse: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// `# [cuda_compiler_version != "None"]`
    case selector
    /// `{{ compiler('cxx') }}`, `{{ stdlib('c') }}`, `{{ cdt('…') }}`
    case function
    /// `{{ key }}`, also inside `pin_…('key')`
    case expression
    /// `{% if key %}`
    case condition
    /// `{% for … in key %}`
    case loop
    /// `{% set … = key %}`
    case assignment
    /// `- key`, without a version
    case requirement
    /// `$KEY` or `%KEY%`
    case script
  }

  package var kind: Kind
  package var place: SourceLocation
  /// The line without the white space around it.
  package var text: String
}
