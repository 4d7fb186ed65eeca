/// A selector that can't be evaluated, and where its text begins.
package struct SelectorFailure: Error, Hashable, Sendable {
  package var selector: String
  package var offset: Int
  package var reason: PythonError
}
