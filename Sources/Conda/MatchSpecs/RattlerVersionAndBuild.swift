/// Cuts `>=1.2,<2 py39*` in two, where rattler's recogniser cuts it.
struct RattlerVersionAndBuild {
  let version: ArraySlice<UInt8>
  /// Empty if there is none.
  let build: ArraySlice<UInt8>

  init?(_ bytes: ArraySlice<UInt8>, isStrict: Bool) {
    var splitter = Splitter(bytes: bytes, isStrict: isStrict, position: bytes.startIndex)
    guard splitter.group() else { return nil }
    version = bytes[..<splitter.position].trimmed
    var rest = bytes[splitter.position...]
    if !isStrict, rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "=") {
      rest = rest.dropFirst()
    }
    build = rest.trimmed
  }

  /// Lenient: `==1.2` means `1.2`; `=1.2` means `1.2*`, or `1.2` if a build follows.
  func plainVersion(isStrict: Bool) -> ArraySlice<UInt8> {
    let compact = version.contains(where: \.isSpace) ? version.filter { !$0.isSpace }[...] : version
    let sign = UInt8(ascii: "=")
    guard !isStrict, compact.first == sign else { return compact }
    let plain = compact.dropFirst()
    if plain.first == sign, build.isEmpty { return plain.dropFirst() }
    let isList = plain.contains {
      $0 == sign || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|")
    }
    if isList { return compact }
    return build.isEmpty && plain.last != UInt8(ascii: "*") ? plain + [UInt8(ascii: "*")] : plain
  }
}

private struct Splitter {
  let bytes: ArraySlice<UInt8>
  let isStrict: Bool
  var position: Int
  var depth = 0

  // group = item, { ( "," | "|" ), item } ;
  mutating func group() -> Bool {
    guard item() else { return false }
    while takeSeparator() {
      guard item() else { return false }
    }
    return true
  }

  // item = "(", group, ")" | constraint ;
  private mutating func item() -> Bool {
    if peek() == UInt8(ascii: "(") {
      depth += 1
      defer { depth -= 1 }
      position += 1
      guard depth <= VersionSpec.depthLimit, group(), peek() == UInt8(ascii: ")") else {
        return false
      }
      position += 1
      return true
    }
    let recognizer = ConstraintRecognizer(bytes: bytes)
    if !isStrict {
      guard let equality = recognizer.equality(from: position) else { return false }
      if let equality {
        position = equality
        return true
      }
    }
    guard let end = recognizer.constraint(from: position) else { return false }
    position = end
    return true
  }

  private func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func takeSeparator() -> Bool {
    let start = position
    while let byte = peek(), byte.isSpace { position += 1 }
    guard let byte = peek(), byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|") else {
      position = start
      return false
    }
    position += 1
    while let byte = peek(), byte.isSpace { position += 1 }
    return true
  }
}
