extension MatchSpec {
  /// rattler's reading, in rattler's order: comment, brackets, URL, channel, name, rest.
  mutating func parseAsRattler(_ bytes: [UInt8]) throws(MatchSpecError) {
    var rest = bytes.prefix { $0 != UInt8(ascii: "#") }
    try rejectSemicolons(rest)
    rest = rest.trimmed
    if let range = BracketField.rattlerRange(in: rest) {
      let fields = try BracketField.rattler(in: rest[range])
      try checkRepeated(fields)
      for field in fields { try setAsRattler(field) }
      rest = rest[..<range.lowerBound]
    }
    if details[.url] == nil, try parseArchiveAsRattler(rest) { return }
    let parts = rest.splitAtLastColons
    if namespace == nil, let written = parts.namespace?.trimmed, !written.isEmpty {
      namespace = written.text
    }
    if let written = parts.channel { setChannelIfMissing(written.text) }
    try parseNameAndRest(parts.rest.trimmed)
  }

  /// `; if` was an experiment that ended; a name cannot hold a semicolon either.
  private func rejectSemicolons(_ bytes: ArraySlice<UInt8>) throws(MatchSpecError) {
    guard let first = bytes.firstIndex(of: UInt8(ascii: ";")) else { return }
    let behind = bytes[(first + 1)...]
    let rest = behind.drop(while: \.isSpace)
    let isCondition = rest.hasPrefix("if") && (rest.dropFirst(2).first?.isSpace ?? false)
    if isCondition || behind.contains(UInt8(ascii: ";")) {
      throw MatchSpecError(cause: .semicolon, offset: first)
    }
  }

  private func checkRepeated(_ fields: [BracketField]) throws(MatchSpecError) {
    guard dialect == .rattlerStrict else { return }
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.key).inserted {
      throw MatchSpecError(cause: .repeatedField(field.key), offset: field.start)
    }
  }

  private mutating func setChannelIfMissing(_ text: String) {
    let channel = Channel(text, dialect: dialect)
    if self.channel == nil { self.channel = channel }
    if subdir == nil { subdir = channel.subdir }
  }

  /// A URL or an absolute path; the file name says which package it is.
  private mutating func parseArchiveAsRattler(
    _ bytes: ArraySlice<UInt8>
  ) throws(MatchSpecError) -> Bool {
    guard bytes.firstIndex(of: "::") == nil, let first = bytes.first else { return false }
    let isPath = first == UInt8(ascii: "/") || bytes.hasPrefix("\\\\") || Self.hasDrive(bytes)
    let isURL = PackageArchive.scheme(of: bytes) != nil
    guard isPath || isURL else { return false }
    guard let identity = PackageArchive(bytes).identity,
      PackageName.characterProblem(in: identity.name.utf8) == nil
    else {
      throw MatchSpecError(cause: .url(bytes.text), offset: bytes.startIndex)
    }
    details = [.url: isURL ? bytes.text : "file://" + bytes.text]
    (version, build, buildNumber, channel, subdir) = (nil, nil, nil, nil, nil)
    name = try matcher(Array(identity.name.utf8)[...], at: bytes.startIndex)
    return true
  }

  private static func hasDrive(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let letter = bytes.first, letter.isLetter else { return false }
    return bytes.dropFirst().hasPrefix(":/") || bytes.dropFirst().hasPrefix(":\\")
  }

  private mutating func parseNameAndRest(_ bytes: ArraySlice<UInt8>) throws(MatchSpecError) {
    let name = bytes.prefix { !$0.isSpace && !$0.isOperator }
    guard !name.isEmpty else {
      throw MatchSpecError(cause: .missingName, offset: bytes.startIndex)
    }
    let isRegex = name.first == UInt8(ascii: "^") && name.last == UInt8(ascii: "$")
    if isRegex || name.contains(UInt8(ascii: "*")) {
      throw MatchSpecError(cause: .nameIsPattern(name.text), offset: name.startIndex)
    }
    if let problem = PackageName.characterProblem(in: name) {
      throw MatchSpecError(
        cause: .name(problem.cause, problem.text), offset: name.startIndex + problem.offset)
    }
    self.name = try matcher(name, at: name.startIndex)
    let rest = bytes[name.endIndex...].trimmed
    if !rest.isEmpty { try parseVersionAndBuild(rest) }
  }

  private mutating func parseVersionAndBuild(
    _ bytes: ArraySlice<UInt8>
  ) throws(MatchSpecError) {
    if let bracket = bytes.firstIndex(of: UInt8(ascii: "[")) {
      throw MatchSpecError(cause: .multipleBrackets, offset: bracket)
    }
    let isStrict = dialect == .rattlerStrict
    guard let split = RattlerVersionAndBuild(bytes, isStrict: isStrict) else {
      throw MatchSpecError(cause: .versionAndBuild(bytes.text), offset: bytes.startIndex)
    }
    if isStrict, !split.build.allSatisfy(Self.isAllowedInBuild) {
      throw MatchSpecError(cause: .build(split.build.text), offset: split.build.startIndex)
    }
    let plain = split.plainVersion(isStrict: isStrict)
    let version = try versionSpec(plain, at: bytes.startIndex)
    if self.version == nil {
      self.version = version
    } else if isStrict {
      throw MatchSpecError(cause: .repeatedField("version"), offset: bytes.startIndex)
    }
    guard !split.build.isEmpty else { return }
    let build = try matcher(split.build, at: split.build.startIndex)
    if self.build == nil {
      self.build = build
    } else if isStrict {
      throw MatchSpecError(cause: .repeatedField("build"), offset: split.build.startIndex)
    }
  }

  private static func isAllowedInBuild(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*") || byte > 127
  }

  private func matcher(_ bytes: ArraySlice<UInt8>, at start: Int) throws(MatchSpecError)
    -> StringMatcher
  {
    do throws(PatternError) {
      return try StringMatcher(bytes.text, dialect: dialect, ignoresCase: true)
    } catch {
      throw MatchSpecError(cause: .pattern(error.cause), offset: start + error.offset)
    }
  }

  private func versionSpec(
    _ bytes: ArraySlice<UInt8>, at start: Int
  ) throws(MatchSpecError) -> VersionSpec {
    do throws(VersionSpecError) {
      return try VersionSpec(bytes, text: bytes.text, dialect: dialect)
    } catch {
      throw MatchSpecError(cause: .version(error.cause), offset: start + error.offset)
    }
  }

  private mutating func setAsRattler(_ field: BracketField) throws(MatchSpecError) {
    switch field.key {
    case "version": version = try versionSpec(field.value, at: field.value.startIndex)
    case "build": build = try matcher(field.value, at: field.value.startIndex)
    case "build_number": buildNumber = try number(field)
    case "channel": setChannelIfMissing(field.value.text)
    case "subdir": subdir = field.value.text
    case "namespace": namespace = field.value.text
    default: details[try detail(of: field)] = try field.checkedText()
    }
  }

  private func detail(of field: BracketField) throws(MatchSpecError) -> Field {
    guard let known = Field(rawValue: field.key), known != .features else {
      throw MatchSpecError(cause: .unknownField(field.key), offset: field.start)
    }
    return known
  }
}
