import Diagnostics
import RecipeModel

/// The Pythons to build for: `PythonVersions("3.12", "3.13")`.
///
/// conda-forge's pinning decides them there; this list is for builds elsewhere and for what is proven here.
public struct PythonVersions: VariantsWord {
  var versions: [String]
  /// Versions with two parts.
  public init(_ versions: String...) { self.versions = versions }

  /// Adds the axis.
  public func describe(in variants: inout VariantsDescription) {
    variants.axes.append(
      VariantAxis(
        [.python], rows: versions.map { .init([.python: VariantKey.pythonPin($0)]) },
        origin: .pinning, at: variants.location))
  }
}

/// The CUDA toolkits to build for, besides the build without CUDA.
///
///     CUDAVersions("12.9", "13.0", on: .linux || .windows64)
public struct CUDAVersions: VariantsWord {
  var versions: [String]
  var condition: Condition

  /// Versions with two parts, and the platforms that have them.
  public init(_ versions: String..., on condition: Condition) {
    self.versions = versions
    self.condition = condition
  }

  /// Adds the axis; compilers and C library that go with each toolkit follow from it.
  public func describe(in variants: inout VariantsDescription) {
    let key = VariantKey.cudaCompilerVersion
    variants.axes.append(
      VariantAxis(
        [key],
        rows: [.init([key: "None"])]
          + versions.map { .init([key: $0], when: condition.model) },
        origin: .pinning, at: variants.location))
  }
}

/// An axis of the recipe's own.
public struct Axis: VariantsWord {
  var key: VariantKey
  var rows: [VariantAxis.Row]

  /// Values that an enumeration names.
  public init<Value>(_ key: ChoiceKey<Value>, _ values: [Value], on condition: Condition? = nil) {
    self.key = key.key
    rows = values.map { .init([key.key: $0.rawValue], when: condition?.model) }
  }

  /// Versions, as texts: `"3.10"` stays `3.10`.
  public init(_ key: VersionKey, _ values: [String], on condition: Condition? = nil) {
    self.key = key.key
    rows = values.map { .init([key.key: $0], when: condition?.model) }
  }

  /// Adds it.
  public func describe(in variants: inout VariantsDescription) {
    variants.axes.append(VariantAxis([key], rows: rows, origin: .recipe, at: variants.location))
  }
}

/// Axes whose values go together: the first value of one with the first of the other.
///
///     Zipped(VersionKey("libfoo"), VersionKey("libbar")) {
///       ["1.2", "3"]
///       ["1.3", "4"]
///     }
public struct Zipped: VariantsWord {
  var keys: [VariantKey]
  var rows: [[String]]

  /// Each row has one value for each key.
  public init(_ keys: VersionKey..., @RowsBuilder rows: () -> [[String]]) {
    self.keys = keys.map(\.key)
    self.rows = rows()
  }

  /// Lists of values.
  @resultBuilder
  public enum RowsBuilder: ListBuilder {
    /// One row.
    public typealias Element = [String]
    /// One row.
    public static func buildExpression(_ row: [String]) -> [[String]] { [row] }
  }

  /// Adds the group.
  public func describe(in variants: inout VariantsDescription) {
    if let row = rows.first(where: { $0.count != keys.count }) {
      variants.findings.add(
        .unevenRow(row, keys: keys.map(\.name), at: variants.location))
    }
    variants.axes.append(
      VariantAxis(
        keys, rows: rows.map { .init(Dictionary(zip(keys, $0)) { first, _ in first }) },
        origin: .recipe, at: variants.location))
  }
}
