/// Paths of files that travel with a recipe: below its folder, and possible on every system.
enum FilePath {
  enum Problem: Hashable, Sendable {
    case empty, absolute, upwards, backslash, tooLong
    case character(Character)
    case reserved(String)
    case ending(String)

    var message: String {
      switch self {
      case .empty: "is empty, or has an empty part"
      case .absolute: "is absolute"
      case .upwards: "leaves the recipe's folder"
      case .backslash: "has '\\' in it, which is part of a name on Unix"
      case .tooLong: "is longer than Windows allows"
      case .character(let character):
        "has \(Self.shown(character)) in it, which Windows or YAML can't hold in a name"
      case .reserved(let name): "has the name '\(name)', which Windows keeps for a device"
      case .ending(let part): "has the part '\(part)', whose last character Windows drops"
      }
    }

    var remedy: String {
      switch self {
      case .empty: "write a name, and one '/' between folder and file"
      case .absolute, .upwards: "write a path below the recipe's folder, as in tests/smoke.py"
      case .backslash: "write '/' between folder and file"
      case .tooLong: "shorten it to fewer than 200 characters"
      case .character: "use letters, digits, '.', '-' and '_'"
      case .reserved, .ending: "rename the file"
      }
    }

    private static func shown(_ character: Character) -> String {
      character.isWhitespace || character.asciiValue.map { $0 < 0x20 || $0 == 0x7F } ?? false
        ? "a control character" : "'\(character)'"
    }
  }

  static func problem(in path: String) -> Problem? {
    if path.isEmpty { return .empty }
    if path.utf8.contains(UInt8(ascii: "\\")) { return .backslash }
    if path.hasPrefix("/") || path.hasPrefix("~") || hasDrive(path) { return .absolute }
    if path.utf8.count >= 200 { return .tooLong }
    let bad = path.first { character in
      "<>:\"|?*$`%;&".contains(character) || character == "\u{7F}"
        || character.asciiValue.map { $0 < 0x20 } ?? character.isNewline
    }
    if let bad { return .character(bad) }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "." { return .empty }
      if part == ".." { return .upwards }
      if part.hasSuffix(".") || part.hasSuffix(" ") { return .ending(String(part)) }
      if isReserved(part) { return .reserved(String(part)) }
    }
    return nil
  }

  /// A folder may have a slash behind it.
  static func withoutSlash(_ path: String) -> String {
    path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// As for a path, but `*` and `?` stand for parts of names.
  static func problem(inPattern path: String) -> Problem? {
    problem(in: String(path.map { $0 == "*" || $0 == "?" ? "x" : $0 }))
  }

  private static func hasDrive(_ path: String) -> Bool {
    let bytes = Array(path.utf8.prefix(2))
    return bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[0] | 0x20)
  }

  /// `con`, also as `con.txt`.
  private static func isReserved(_ part: Substring) -> Bool {
    let stem = part.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    guard stem.count == 4, stem.hasPrefix("com") || stem.hasPrefix("lpt") else { return false }
    return stem.last.map { ("1"..."9").contains($0) } ?? false
  }
}
