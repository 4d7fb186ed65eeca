/// A version range derived from another package's version.
package struct PackagePin: Hashable, Sendable {
  /// `x.x` keeps two parts of the version; a version stands for itself; nil leaves that side open.
  package var name: String
  package var lowerBound: String?
  package var upperBound: String?
  package var exact: Bool

  package init(_ name: String, lowerBound: String?, upperBound: String?, exact: Bool) {
    self.name = name
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.exact = exact
  }

  /// Both tools' defaults when neither bound is given.
  package static let defaultLowerBound = "x.x.x.x.x.x"
  package static let defaultUpperBound = "x"
}
