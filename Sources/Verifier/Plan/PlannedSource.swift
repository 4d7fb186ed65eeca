/// Something that a recipe is built from.
package struct PlannedSource: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// The first that answers is taken.
    case addresses([String])
    /// From the recipe's folder, or absolute.
    case path(String)
    case git(String, revision: String?)
  }

  package var origin: Origin
  package var sha256: String?
  package var md5: String?
  package var patches: [String]
  package var folder: String?
  /// The downloaded file's name, where it is no archive to be unpacked.
  package var fileName: String?
}
