/// What builds a package.
package enum PlannedScript: Hashable, Sendable {
  case nothing
  /// A file of the recipe's folder.
  case file(String, environment: [String: String])
  case commands([String], interpreter: String?, environment: [String: String])
}
