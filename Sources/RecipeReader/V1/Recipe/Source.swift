extension V1 {
  /// One source of a recipe.
  enum Source: Sendable {
    case git(GitSource)
    case url(URLSource)
    case path(PathSource)
  }

  struct GitSource: Sendable {
    var url: Templated<String>
    var revision: Revision?
    var depth: Templated<Int32>?
    var patches: Texts = []
    var targetDirectory: Templated<String>?
    var lfs: Templated<Bool>?
    var submodules: Templated<Bool>?
    var expectedCommit: Templated<String>?
    var filter = GlobLists()

    enum Revision: Sendable {
      case rev(Templated<String>)
      case tag(Templated<String>)
      case branch(Templated<String>)
    }
  }

  struct URLSource: Sendable {
    var urls: [Templated<String>]
    var sha256: Templated<String>?
    var md5: Templated<String>?
    var fileName: Templated<String>?
    var patches: Texts = []
    var targetDirectory: Templated<String>?
    var attestation: Attestation?
    var filter = GlobLists()
  }

  struct PathSource: Sendable {
    var path: Templated<String>
    var sha256: Templated<String>?
    var md5: Templated<String>?
    var patches: Texts = []
    var targetDirectory: Templated<String>?
    var fileName: Templated<String>?
    var usesGitIgnore = true
    var filter = GlobLists()
  }

  /// Who must have published a source.
  struct Attestation: Sendable {
    var bundleURL: Templated<String>?
    var publishers: [Templated<String>] = []
    let place: Place
  }
}
