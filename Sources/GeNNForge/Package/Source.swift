import RecipeModel

/// Where the code comes from.
///
///     Source(url: "https://example.org/box-\(.version).tar.gz", sha256: "0f…9a", patches: ["fix.patch"])
public struct Source: OutputWord {
  var model: RecipeModel.Source

  /// An archive by its address and SHA-256 (64 hexadecimal digits); more addresses are mirrors.
  public init(
    url: RecipeText, mirrors: [RecipeText] = [], sha256: String, patches: [String] = [],
    folder: String? = nil, fileName: String? = nil
  ) {
    model = RecipeModel.Source(
      .url(([url] + mirrors).map { Located($0.model) }, sha256: Located(sha256)),
      patches: [Item<String>](patches), folder: folder, fileName: fileName)
  }

  /// A tag of a git repository. conda-forge wants archives where there are any.
  public init(git url: RecipeText, tag: RecipeText, patches: [String] = [], folder: String? = nil) {
    self.init(.git(url: Located(url.model), revision: .tag(tag.model)), patches, folder)
  }

  /// A commit of a git repository.
  public init(git url: RecipeText, commit: String, patches: [String] = [], folder: String? = nil) {
    self.init(.git(url: Located(url.model), revision: .commit(commit)), patches, folder)
  }

  /// A branch of a git repository, whatever is on it when the package is built.
  public init(git url: RecipeText, branch: String, patches: [String] = [], folder: String? = nil) {
    self.init(.git(url: Located(url.model), revision: .branch(branch)), patches, folder)
  }

  /// A file or folder beside the recipe, for packages of the feedstock's own files.
  public init(
    path: String, patches: [String] = [], folder: String? = nil, fileName: String? = nil
  ) {
    self.init(.path(Located(path)), patches, folder)
    model.fileName = fileName
  }

  private init(_ origin: RecipeModel.Source.Origin, _ patches: [String], _ folder: String?) {
    model = RecipeModel.Source(origin, patches: [Item<String>](patches), folder: folder)
  }

  /// The same with patches that only some builds apply.
  ///
  ///     Source(url: "https://example.org/box.tar.gz", sha256: "0f…9a").patched {
  ///       "fix.patch"
  ///       when(.windows) { "windows.patch" }
  ///     }
  public func patched(@LinesBuilder _ patches: () -> [Entry<String>]) -> Source {
    var source = self
    source.model.patches += patches().items { $0 }
    return source
  }

  /// Adds the source, with its place.
  public func describe(in output: inout OutputDescription) {
    var source = model
    let place = output.location
    source.origin =
      switch source.origin {
      case .url(let addresses, let digest):
        .url(
          addresses.map { Located($0.value, at: place) }, sha256: Located(digest.value, at: place))
      case .git(let url, let revision): .git(url: Located(url.value, at: place), revision: revision)
      case .path(let path): .path(Located(path.value, at: place))
      }
    output.model.sources += output.guarded(source)
  }
}
