/// What the build tool's check of shared libraries lets pass.
package struct DynamicLinking: Hashable, Sendable {
  /// Libraries that the system or the driver brings.
  package var missingDSOAllowlist: [Item<String>] = []
  package var rpathAllowlist: [Item<String>] = []
  package var rpaths: [Item<String>] = []
  package var binaryRelocation: Bool?
  /// `error` or `ignore`.
  package var overlinking: CheckBehavior?
  package var overdepending: CheckBehavior?

  package enum CheckBehavior: String, Hashable, Sendable {
    case error, ignore
  }

  package init() {}
  package var isEmpty: Bool { self == DynamicLinking() }
}
