package import Conda
package import Diagnostics

/// Keys whose values change together: one row is one assignment, so zipped keys can't have unequal lengths.
package struct VariantAxis: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// conda-forge's global pinning has it; a file of the recipe's would freeze it.
    case pinning
    /// The recipe decides it.
    case recipe
  }

  package struct Row: Hashable, Sendable {
    /// A key without a value is undefined there: Windows has no compiler versions.
    package var values: [VariantKey: String]
    /// A condition on the platform; nil for all.
    package var condition: Condition?

    package init(_ values: [VariantKey: String], when condition: Condition? = nil) {
      self.values = values
      self.condition = condition
    }
  }

  package var keys: [VariantKey]
  package var rows: [Row]
  package var origin: Origin
  package var location: SourceLocation?

  package init(
    _ keys: [VariantKey], rows: [Row], origin: Origin, at location: SourceLocation? = nil
  ) {
    self.keys = keys
    self.rows = rows
    self.origin = origin
    self.location = location
  }
}

extension VariantAxis {
  package func rows(on platform: Platform) -> [Row] {
    let context = VariantContext(platform: platform, values: [:])
    return rows.filter { $0.condition?.holds(in: context) ?? true }
  }
}
