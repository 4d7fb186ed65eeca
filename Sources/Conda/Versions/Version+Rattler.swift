extension Version {
  /// rattler's reading: the whole text is the version.
  init(rattler written: ArraySlice<UInt8>, text: String) throws(VersionError) {
    var reader = RattlerVersionReader(bytes: written)
    let version = try reader.version(text: { _ in text })
    guard reader.position == written.endIndex else {
      throw reader.unexpected(in: text, shift: 0)
    }
    self = version
  }
}

/// Reads the longest version at the start of a text; what is left (`.*`) is the caller's.
struct RattlerVersionReader {
  let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  private var separator: UInt8?

  /// What rattler's own representation can hold.
  private static let limits = (segmentsBeforeLocal: 127, componentsInSegment: 8191)

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func version(
    text: (ArraySlice<UInt8>) -> String = \.text
  ) throws(VersionError) -> Version {
    if bytes.isEmpty { throw VersionError(cause: .empty, offset: 0) }
    let epoch = try epoch()
    var parts: [Version.Part] = []
    parts.reserveCapacity((bytes.count + 1) / 2 + 1)
    try release(into: &parts)
    let localStart = parts.count
    if peek() == UInt8(ascii: "+") {
      guard parts.count(where: \.startsSegment) <= Self.limits.segmentsBeforeLocal else {
        throw error(.tooManyComponents)
      }
      position += 1
      try release(into: &parts)
    }
    let written = text(bytes[..<position])
    return Version(text: written, epoch: epoch, parts: parts, localStart: localStart)
  }

  /// The complaint about the first byte that is not part of the version.
  func unexpected(in text: String, shift: Int) -> VersionError {
    let offset = shift + position - bytes.startIndex
    guard position < bytes.endIndex else { return VersionError(cause: .empty, offset: offset) }
    switch bytes[position] {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      return VersionError(cause: .emptyComponent, offset: offset + 1)
    case UInt8(ascii: "!"): return VersionError(cause: .secondEpoch, offset: offset)
    case UInt8(ascii: "+"): return VersionError(cause: .secondLocal, offset: offset)
    default:
      let character = text.character(at: offset) ?? "?"
      return VersionError(cause: .character(character), offset: offset)
    }
  }

  private func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private func error(_ cause: VersionError.Cause) -> VersionError {
    VersionError(cause: cause, offset: position - bytes.startIndex)
  }

  private mutating func epoch() throws(VersionError) -> VersionComponent {
    let digits = bytes.prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.endIndex < bytes.endIndex,
      bytes[digits.endIndex] == UInt8(ascii: "!")
    else { return .zero }
    let epoch = VersionComponent(digits: digits)
    if case .longNumber = epoch { throw error(.numberTooLarge) }
    position = digits.endIndex + 1
    return epoch
  }

  /// Segments with separators between them, up to what cannot be part of them.
  private mutating func release(into parts: inout [Version.Part]) throws(VersionError) {
    guard try segment(into: &parts) else { throw error(.emptyComponent) }
    while let byte = peek(), Self.isSeparator(byte) {
      try note(separator: byte)
      position += 1
      if try segment(into: &parts) { continue }
      if let next = peek(), next == UInt8(ascii: "_") || next == UInt8(ascii: "-") {
        // Two separators at the end: a segment of its own.
        try note(separator: next)
        position += 1
        parts.append(.init(component: .zero, startsSegment: true, isImplied: true))
        parts.append(.init(component: .text("_"), startsSegment: false))
      } else if byte != UInt8(ascii: ".") {
        // openssl's 1.0.1_: the underscore at the end belongs to the last segment.
        parts.append(.init(component: .text("_"), startsSegment: false))
      } else {
        position -= 1
      }
      return
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private mutating func note(separator byte: UInt8) throws(VersionError) {
    guard byte != UInt8(ascii: ".") else { return }
    if let separator, separator != byte { throw error(.mixedSeparators) }
    separator = byte
  }

  private mutating func segment(into parts: inout [Version.Part]) throws(VersionError) -> Bool {
    guard let first = peek(), first.isAlphanumeric else { return false }
    let count = parts.count
    if first.isLetter {
      parts.append(.init(component: .zero, startsSegment: true, isImplied: true))
    }
    while let byte = peek(), byte.isAlphanumeric {
      let start = position
      let component: VersionComponent
      if byte.isDigit {
        while let next = peek(), next.isDigit { position += 1 }
        component = VersionComponent(digits: bytes[start..<position])
        if case .longNumber = component { throw error(.numberTooLarge) }
      } else {
        while let next = peek(), next.isLetter { position += 1 }
        let run = bytes[start..<position]
        component =
          run.contains(where: \.isUppercase)
          ? VersionComponent(letters: run.map(\.lowercased)) : VersionComponent(letters: run)
      }
      parts.append(.init(component: component, startsSegment: parts.count == count))
      guard parts.count - count <= Self.limits.componentsInSegment else {
        throw error(.tooManyComponents)
      }
    }
    return true
  }
}
