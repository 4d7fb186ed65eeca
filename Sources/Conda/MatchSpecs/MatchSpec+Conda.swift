extension MatchSpec {
  /// conda's reading, in conda's order: comment, brackets, parentheses, channel, name, rest.
  mutating func parseAsConda(_ bytes: [UInt8]) throws(MatchSpecError) {
    if bytes.isEmpty { return }
    if bytes.last == UInt8(ascii: "@") {
      details[.trackFeatures] = bytes.dropLast().text
      return
    }
    var rest = bytes.prefix { $0 != UInt8(ascii: "#") }
    if let condition = rest.firstIndex(of: " if ") { rest = rest[..<condition] }
    if PackageArchive.isNamed(rest) { return parseArchiveAsConda(rest) }
    var fields: [BracketField] = []
    if let range = BracketField.condaRange(in: rest) {
      fields = BracketField.conda(in: rest[range].dropFirst().dropLast())
      for field in fields where field.value.isEmpty {
        throw MatchSpecError(cause: .emptyField, offset: field.value.startIndex)
      }
      rest = rest.removing(range)
    }
    if let range = Self.parentheses(in: rest) { rest = rest.removing(range) }
    let parts = rest.splitAtLastColons
    if let channel = parts.channel, !channel.isEmpty { setChannel(channel.text) }
    try parseNameAndRest(parts.rest, fields)
    for (index, field) in fields.enumerated()
    where !fields[(index + 1)...].contains(where: { $0.key == field.key }) {
      try setAsConda(field)
    }
  }

  private mutating func setChannel(_ text: String) {
    let channel = Channel(text)
    self.channel = channel
    if let subdir = channel.subdir { self.subdir = subdir }
  }

  /// Parentheses have no meaning to conda any more; it leaves out the last pair.
  private static func parentheses(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let end = bytes.lastIndex(of: UInt8(ascii: ")")),
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    return start..<(end + 1)
  }

  private mutating func parseNameAndRest(
    _ bytes: ArraySlice<UInt8>, _ fields: [BracketField]
  ) throws(MatchSpecError) {
    let name = bytes.prefix { !$0.isOperator && $0 != UInt8(ascii: " ") }
    guard !name.isEmpty else {
      throw MatchSpecError(cause: .missingName, offset: bytes.startIndex)
    }
    if !name.contains(UInt8(ascii: "*")),
      let problem = PackageName.problem(in: name, allowsUppercase: true)
    {
      throw MatchSpecError(
        cause: .name(problem.cause, problem.text), offset: name.startIndex + problem.offset)
    }
    self.name = try matcher(name, ignoresCase: true)
    // An operator with nothing behind it is taken for a slip of the pen.
    let behind = bytes[name.endIndex...]
    let rest = behind.count > 1 ? behind.trimmed : []
    if let bracket = rest.firstIndex(of: UInt8(ascii: "[")) {
      throw MatchSpecError(cause: .multipleBrackets, offset: bracket)
    }
    try setVersionAndBuild(rest, fields)
  }

  /// What brackets say counts, whatever stands before them, and their last word of all.
  private mutating func setVersionAndBuild(
    _ rest: ArraySlice<UInt8>, _ fields: [BracketField]
  ) throws(MatchSpecError) {
    let split = rest.isEmpty ? nil : CondaVersionAndBuild(rest)
    if let field = fields.last(where: { $0.key == "version" }) {
      version = try versionSpec(field.value, hasBuild: false, at: field.value.startIndex)
    } else if let split {
      version = try versionSpec(
        split.version.contains(UInt8(ascii: " "))
          ? split.version.filter { $0 != UInt8(ascii: " ") }[...] : split.version,
        hasBuild: split.build != nil,
        at: rest.startIndex)
    }
    if let field = fields.last(where: { $0.key == "build" }) {
      build = try matcher(field.value, ignoresCase: false)
    } else if let build = split?.build {
      self.build = try matcher(build, ignoresCase: false)
    }
  }

  private func matcher(
    _ bytes: ArraySlice<UInt8>, ignoresCase: Bool
  ) throws(MatchSpecError) -> StringMatcher {
    do throws(PatternError) {
      return try StringMatcher(bytes.text, dialect: dialect, ignoresCase: ignoresCase)
    } catch {
      throw MatchSpecError(cause: .pattern(error.cause), offset: bytes.startIndex + error.offset)
    }
  }

  private func versionSpec(
    _ bytes: ArraySlice<UInt8>, hasBuild: Bool, at start: Int
  ) throws(MatchSpecError) -> VersionSpec {
    let plain = CondaVersionAndBuild.withoutEquals(bytes, hasBuild: hasBuild)
    do throws(VersionSpecError) {
      return try VersionSpec(plain, text: plain.text, dialect: .conda)
    } catch {
      throw MatchSpecError(cause: .version(error.cause), offset: start + error.offset)
    }
  }

  private mutating func setAsConda(_ field: BracketField) throws(MatchSpecError) {
    switch field.key {
    // conda never lets brackets change the name; version and build are read already.
    case "name", "optional", "target", "version", "build": break
    case "build_number": buildNumber = try number(field)
    case "channel": setChannel(field.value.text)
    case "subdir": subdir = field.value.text
    default:
      guard let known = Field(rawValue: field.key) else {
        throw MatchSpecError(cause: .unknownField(field.key), offset: field.start)
      }
      details[known] = field.value.text
    }
  }

  func number(_ field: BracketField) throws(MatchSpecError) -> BuildNumberSpec {
    do throws(MatchSpecError) {
      return try BuildNumberSpec(field.value, dialect: dialect)
    } catch {
      throw MatchSpecError(cause: error.cause, offset: field.value.startIndex + error.offset)
    }
  }

  /// A file or a URL: its channel and platform say what it is, otherwise nothing does.
  private mutating func parseArchiveAsConda(_ bytes: ArraySlice<UInt8>) {
    let archive = PackageArchive(bytes)
    let url = archive.isURL ? bytes.text : "file://" + bytes.text
    details[.url] = url
    details[.fileName] = archive.fileName
    guard let folder = archive.folder, let identity = archive.identity else { return }
    let channel = Channel(folder)
    guard let subdir = channel.subdir else { return }
    self.channel = channel
    self.subdir = subdir
    name = try? StringMatcher(identity.name, dialect: .conda, ignoresCase: true)
    version = try? VersionSpec(identity.version, dialect: .conda)
    build = try? StringMatcher(identity.build, dialect: .conda, ignoresCase: false)
  }
}
