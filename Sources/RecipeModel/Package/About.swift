import Diagnostics

/// What a package is, for people.
package struct About: Hashable, Sendable {
  package var homepage: Located<String>?
  package var license: Located<String>?
  package var licenseFiles: [Located<String>] = []
  package var summary: Located<String>?
  package var description: Located<String>?
  package var repository: Located<String>?
  package var documentation: Located<String>?

  package init() {}
  package var isEmpty: Bool { self == About() }
}
