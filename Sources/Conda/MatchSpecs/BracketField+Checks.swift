extension BracketField {
  /// The value, if the field may have it; lists in the form in which rattler prints them.
  func checkedText() throws(MatchSpecError) -> String {
    switch key {
    case "md5", "sha256":
      let length = key == "md5" ? 32 : 64
      guard value.count == length, value.allSatisfy(\.isHexadecimal) else {
        throw MatchSpecError(cause: .digest(key), offset: value.startIndex)
      }
    case "url":
      guard PackageArchive.scheme(of: value) != nil || value.first == UInt8(ascii: "/") else {
        throw MatchSpecError(cause: .url(value.text), offset: value.startIndex)
      }
    case "extras", "flags":
      let items = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { Self.unquoted($0.trimmed) }
      guard items.allSatisfy({ Self.isWord($0, isFlag: key == "flags") }) else {
        throw MatchSpecError(cause: .brackets, offset: value.startIndex)
      }
      return items.map(\.text).joined(separator: ", ")
    case "track_features":
      return value.split { $0 == UInt8(ascii: ",") || $0.isSpace }.map(\.text)
        .joined(separator: " ")
    default: break
    }
    return value.text
  }

  private static func unquoted(_ item: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard item.count > 1, let first = item.first, first == item.last,
      first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    else { return item }
    return item.dropFirst().dropLast()
  }

  private static func isWord(_ item: ArraySlice<UInt8>, isFlag: Bool) -> Bool {
    !item.isEmpty
      && item.allSatisfy {
        $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
          || isFlag && ($0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ":"))
      }
  }
}

extension UInt8 {
  var isHexadecimal: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
}
