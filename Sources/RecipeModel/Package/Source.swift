import Diagnostics

/// Where the code comes from.
package struct Source: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case url([Located<Text>], sha256: Located<String>)
    case git(url: Located<Text>, revision: GitRevision)
    case path(Located<String>)
  }

  package enum GitRevision: Hashable, Sendable {
    case tag(Text), branch(String), commit(String)
  }

  package var origin: Origin
  package var patches: [Item<String>]
  /// Folder below the work directory, for packages with several sources.
  package var folder: String?
  package var fileName: String?

  package init(
    _ origin: Origin, patches: [Item<String>] = [], folder: String? = nil, fileName: String? = nil
  ) {
    self.origin = origin
    self.patches = patches
    self.folder = folder
    self.fileName = fileName
  }
}
