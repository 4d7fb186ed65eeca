import Diagnostics

extension V1.Renderer {
  mutating func sources(_ sources: [V1.Branch<V1.Source>]) throws(Diagnostic) -> [V1.Tree] {
    try list(sources) { renderer, source in
      switch source {
      case .git(let source): .fields(try renderer.git(source))
      case .url(let source): .fields(try renderer.url(source))
      case .path(let source): .fields(try renderer.path(source))
      }
    }
  }

  private mutating func git(_ source: V1.GitSource) throws(Diagnostic) -> V1.Fields {
    let address = try text(source.url)
    var fields = V1.Fields()
    fields.add("git", V1.WebAddress.canonical(address) ?? address)
    fields.add("rev", try revision(source.revision))
    if let depth = source.depth {
      fields.add("depth", .integer(Int(try number(depth, "source.depth"))))
    }
    fields.add("patches", texts: try patches(source.patches))
    fields.add("target_directory", try optional(source.targetDirectory))
    fields.add("lfs", flag: try flag(source.lfs, "source.lfs", otherwise: false))
    if try !flag(source.submodules, "source.submodules", otherwise: true) {
      fields.add("submodules", .boolean(false))
    }
    fields.add("expected_commit", try optional(source.expectedCommit))
    if let filter = try globs(source.filter, "source.filter") { fields.add("filter", filter) }
    return fields
  }

  /// As one git name; the head itself is the default.
  private mutating func revision(
    _ revision: V1.GitSource.Revision?
  ) throws(Diagnostic) -> String? {
    switch revision {
    case nil: return nil
    case .tag(let value)?: return "refs/tags/" + (try text(value))
    case .branch(let value)?: return "refs/heads/" + (try text(value))
    case .rev(let value)?:
      let text = try text(value)
      return text.uppercased() == "HEAD" ? nil : text
    }
  }

  private mutating func url(_ source: V1.URLSource) throws(Diagnostic) -> V1.Fields {
    var urls: [String] = []
    for url in source.urls {
      urls.append(
        try V1.TextRule.url.canonical(try text(url), "source.url", at: location(url.place)))
    }
    var fields = V1.Fields()
    fields.add("url", urls.count == 1 ? .string(urls[0]) : .texts(urls))
    try addChecksums(source.sha256, source.md5, to: &fields)
    fields.add("file_name", try trimmed(source.fileName))
    fields.add("patches", texts: try patches(source.patches))
    fields.add("target_directory", try optional(source.targetDirectory))
    if let attestation = source.attestation {
      fields.add("attestation", try self.attestation(attestation))
    }
    if let filter = try globs(source.filter, "source.filter") { fields.add("filter", filter) }
    return fields
  }

  private mutating func path(_ source: V1.PathSource) throws(Diagnostic) -> V1.Fields {
    var fields = V1.Fields()
    fields.add("path", try text(source.path))
    try addChecksums(source.sha256, source.md5, to: &fields)
    fields.add("patches", texts: try patches(source.patches))
    fields.add("target_directory", try optional(source.targetDirectory))
    fields.add("file_name", try optional(source.fileName))
    if !source.usesGitIgnore { fields.add("use_gitignore", .boolean(false)) }
    if let filter = try globs(source.filter, "source.filter") { fields.add("filter", filter) }
    return fields
  }

  private mutating func addChecksums(
    _ sha256: V1.Templated<String>?, _ md5: V1.Templated<String>?, to fields: inout V1.Fields
  ) throws(Diagnostic) {
    if let sha256 { fields.add("sha256", try text(sha256, "source.sha256", .sha256)) }
    if let md5 { fields.add("md5", try text(md5, "source.md5", .md5)) }
  }

  private mutating func attestation(
    _ attestation: V1.Attestation
  ) throws(Diagnostic) -> V1.Fields {
    let field = "source.attestation"
    guard permissions.isExperimental else {
      throw .experimentalFeature("'\(field)'", at: location(attestation.place))
    }
    var fields = V1.Fields()
    if let url = attestation.bundleURL {
      let address = try V1.TextRule.url.canonical(
        try text(url), "\(field).bundle_url", at: location(url.place))
      fields.add("bundle_url", address)
    }
    var publishers: [V1.Tree] = []
    for publisher in attestation.publishers {
      guard let tree = V1.Publisher.tree(of: try text(publisher)) else {
        throw .invalidValue(
          of: "\(field).publishers", "'\(publisher.source)' names no publisher",
          remedy: "write one like github:owner/repository", at: location(publisher.place))
      }
      publishers.append(tree)
    }
    if !publishers.isEmpty { fields.add("publishers", .list(publishers)) }
    return fields
  }
}
