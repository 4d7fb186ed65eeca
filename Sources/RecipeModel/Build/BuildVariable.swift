/// An environment variable that a recipe sets for its build script.
package struct BuildVariable: Hashable, Sendable {
  package var name: String
  /// Nil: the value that it has where the build is started.
  package var value: String?

  package init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }
}
