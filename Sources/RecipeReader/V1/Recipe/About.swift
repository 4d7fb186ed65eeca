extension V1 {
  /// The `about` section.
  struct About: Sendable {
    var homepage: Templated<String>?
    var repository: Templated<String>?
    var documentation: Templated<String>?
    var license: Templated<String>?
    /// An empty list is not the same as none: it takes the inherited one away.
    var licenseFile: Texts?
    var licenseFamily: Templated<String>?
    var summary: Templated<String>?
    var description: Templated<String>?
  }
}
