import Diagnostics

extension V1.RecipeParser {
  mutating func sources(_ node: Node) throws(Diagnostic) -> [V1.Branch<V1.Source>] {
    if case .scalar = node {
      throw Diagnostic.unexpectedKind(
        of: "source", node, expected: "a mapping or a list", at: location(node.place))
    }
    return try branches(node, "source", depth: 0) { try $0.source($1) }
  }

  private mutating func source(_ node: Node) throws(Diagnostic) -> V1.Source {
    let fields = try mapping(node, "source")
    if fields["git"] != nil { return .git(try gitSource(node)) }
    if fields["url"] != nil { return .url(try urlSource(node)) }
    if fields["path"] != nil { return .path(try pathSource(node)) }
    throw Diagnostic.invalidValue(
      of: "source", "it says neither 'git' nor 'url' nor 'path'", remedy: "add one of them",
      at: location(node.place))
  }

  private mutating func gitSource(_ node: Node) throws(Diagnostic) -> V1.GitSource {
    let section = "source"
    let fields = try mapping(
      node, "a git source",
      allowed: [
        "git", "rev", "tag", "branch", "depth", "patches", "target_directory", "lfs",
        "submodules", "expected_commit", "filter",
      ])
    guard let url = fields["git"] else {
      throw Diagnostic.missingField("git", in: section, at: location(node.place))
    }
    let revisions = ["rev", "tag", "branch"].filter { fields[$0] != nil }
    guard revisions.count < 2 else {
      throw Diagnostic.invalidValue(
        of: "a git source", "it has more than one of \(revisions.joined(separator: ", "))",
        remedy: "keep one of them", at: location(node.place))
    }
    var source = V1.GitSource(url: try text(url, "source.git"))
    source.revision = try revision(fields)
    source.depth = field("depth", of: fields) { try $0.number($1, "source.depth") }
    source.patches = globs("patches", of: fields, in: section)
    source.targetDirectory = field("target_directory", of: fields) {
      try $0.text($1, "source.target_directory")
    }
    source.lfs = field("lfs", of: fields) { try $0.boolean($1, "source.lfs") }
    source.submodules = field("submodules", of: fields) { try $0.boolean($1, "source.submodules") }
    source.expectedCommit = field("expected_commit", of: fields) {
      try $0.text($1, "source.expected_commit")
    }
    source.filter = field("filter", of: fields) { try $0.globLists($1, "source.filter") } ?? .init()
    return source
  }

  private mutating func revision(
    _ fields: Node.Mapping
  ) throws(Diagnostic) -> V1.GitSource.Revision? {
    if let node = fields["rev"] { return .rev(try text(node, "source.rev")) }
    if let node = fields["tag"] { return .tag(try text(node, "source.tag")) }
    if let node = fields["branch"] { return .branch(try text(node, "source.branch")) }
    return nil
  }

  private mutating func urlSource(_ node: Node) throws(Diagnostic) -> V1.URLSource {
    let section = "source"
    let fields = try mapping(
      node, "a url source",
      allowed: [
        "url", "sha256", "md5", "file_name", "patches", "target_directory", "attestation",
        "filter",
      ])
    var source = V1.URLSource(urls: field("url", of: fields) { try $0.urls($1) } ?? [])
    source.sha256 = field("sha256", of: fields) { try $0.checksum($1, .sha256) }
    source.md5 = field("md5", of: fields) { try $0.checksum($1, .md5) }
    source.fileName = field("file_name", of: fields) { try $0.text($1, "source.file_name") }
    source.patches = globs("patches", of: fields, in: section)
    source.targetDirectory = field("target_directory", of: fields) {
      try $0.text($1, "source.target_directory")
    }
    source.attestation = field("attestation", of: fields) { try $0.attestation($1) }
    source.filter = field("filter", of: fields) { try $0.globLists($1, "source.filter") } ?? .init()
    return source
  }

  private mutating func urls(_ node: Node) throws(Diagnostic) -> [V1.Templated<String>] {
    guard case .sequence(let items, _) = node else { return [try text(node, "source.url")] }
    guard !items.isEmpty else {
      throw Diagnostic.invalidValue(
        of: "source.url", "the list is empty", remedy: "add an address", at: location(node.place))
    }
    var urls: [V1.Templated<String>] = []
    for item in items { urls.append(try text(item, "source.url")) }
    return urls
  }

  private mutating func checksum(
    _ node: Node, _ rule: V1.TextRule
  ) throws(Diagnostic) -> V1.Templated<String> {
    let file = file
    let field = rule == .md5 ? "source.md5" : "source.sha256"
    return try value(node, field, isTemplate: { $0.utf8.contains("${{") }) {
      scalar in
      try rule.canonical(scalar.text, field, at: scalar.place.location(in: file))
    }
  }

  private mutating func attestation(_ node: Node) throws(Diagnostic) -> V1.Attestation {
    let fields = try mapping(
      node, "source.attestation", allowed: ["bundle_url", "publishers"])
    var attestation = V1.Attestation(place: node.place)
    attestation.bundleURL = field("bundle_url", of: fields) {
      try $0.text($1, "source.attestation.bundle_url")
    }
    switch fields["publishers"] {
    case .sequence(let items, _)?:
      for item in items {
        attestation.publishers.append(try text(item, "source.attestation.publishers"))
      }
    case let node?: attestation.publishers = [try text(node, "source.attestation.publishers")]
    case nil: break
    }
    return attestation
  }

  private mutating func pathSource(_ node: Node) throws(Diagnostic) -> V1.PathSource {
    let section = "source"
    let fields = try mapping(
      node, "a path source",
      allowed: [
        "path", "sha256", "md5", "patches", "target_directory", "file_name", "use_gitignore",
        "filter",
      ])
    guard let path = fields["path"] else {
      throw Diagnostic.missingField("path", in: section, at: location(node.place))
    }
    var source = V1.PathSource(path: try text(path, "source.path"))
    source.sha256 = field("sha256", of: fields) { try $0.checksum($1, .sha256) }
    source.md5 = field("md5", of: fields) { try $0.checksum($1, .md5) }
    source.patches = globs("patches", of: fields, in: section)
    source.targetDirectory = field("target_directory", of: fields) {
      try $0.text($1, "source.target_directory")
    }
    source.fileName = field("file_name", of: fields) { try $0.text($1, "source.file_name") }
    source.usesGitIgnore =
      field("use_gitignore", of: fields) { parser, node in
        guard let flag = try parser.scalar(node, "source.use_gitignore").boolean else {
          throw Diagnostic.invalidValue(
            of: "source.use_gitignore", "it is neither true nor false",
            remedy: "write true or false", at: parser.location(node.place))
        }
        return flag
      } ?? true
    source.filter = field("filter", of: fields) { try $0.globLists($1, "source.filter") } ?? .init()
    return source
  }
}
