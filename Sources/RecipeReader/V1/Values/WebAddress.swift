extension V1 {
  /// A URL in the one spelling that the WHATWG rules give it, which is how the engine prints it.
  struct WebAddress {
    /// Nil when the text is no absolute URL.
    static func canonical(_ text: String) -> String? {
      if isPlain(text) { return text }
      var address = WebAddress(text)
      return address.parse()
    }

    /// Most addresses have nothing about them that could be spelt otherwise.
    private static func isPlain(_ text: String) -> Bool {
      var bytes = text.utf8[...]
      guard bytes.starts(with: "https://".utf8) else { return false }
      bytes = bytes.dropFirst(8)
      let host = bytes.prefix {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: ".")
      }
      bytes = bytes[host.endIndex...]
      guard !host.isEmpty, host.first != UInt8(ascii: "."), bytes.first == UInt8(ascii: "/") else {
        return false
      }
      var last: UInt8 = 0
      for byte in bytes {
        let isUsual =
          byte.isLetter || byte.isDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        guard isUsual, last != UInt8(ascii: "/") || byte != UInt8(ascii: ".") else { return false }
        last = byte
      }
      return true
    }

    private var rest: ArraySlice<UInt8>
    private var scheme = ""
    private var isSpecial = false

    private init(_ text: String) {
      let bytes = Array(text.utf8)[...].trimmed { $0 <= 0x20 }
      rest = bytes.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    }

    private static let ports = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21]

    private mutating func parse() -> String? {
      guard takeScheme() else { return nil }
      isSpecial = Self.ports[scheme] != nil || scheme == "file"
      let fragment = takeTail(from: UInt8(ascii: "#"))
      let query = takeTail(from: UInt8(ascii: "?"))
      let isSlash = isSpecial ? Self.isEitherSlash : Self.isForwardSlash
      var authority: String?
      if scheme == "file" {
        guard let host = takeFileHost() else { return nil }
        authority = host
      } else if isSpecial || rest.starts(with: "//".utf8) {
        rest = isSpecial ? rest.drop(while: isSlash) : rest.dropFirst(2)
        guard let taken = takeAuthority() else { return nil }
        authority = taken
      } else if rest.first != UInt8(ascii: "/") {
        return joined(authority: nil, path: Self.encoded(rest, .control), query, fragment)
      }
      let path = Self.path(rest, isSlash: isSlash, startsAlways: isSpecial)
      return joined(authority: authority, path: path, query, fragment)
    }

    private func joined(
      authority: String?, path: String, _ query: ArraySlice<UInt8>?, _ fragment: ArraySlice<UInt8>?
    ) -> String {
      var text = scheme + ":"
      if let authority { text += "//" + authority }
      text += path
      if let query { text += "?" + Self.encoded(query, isSpecial ? .specialQuery : .query) }
      if let fragment { text += "#" + Self.encoded(fragment, .fragment) }
      return text
    }

    private mutating func takeScheme() -> Bool {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return false }
      let name = rest[..<colon]
      guard name.first?.isLetter ?? false,
        name.allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
      else { return false }
      scheme = String(decoding: name, as: UTF8.self).lowercased()
      rest = rest[(colon + 1)...]
      return true
    }

    private mutating func takeTail(from mark: UInt8) -> ArraySlice<UInt8>? {
      guard let index = rest.firstIndex(of: mark) else { return nil }
      defer { rest = rest[..<index] }
      return rest[(index + 1)...]
    }

    private mutating func takeFileHost() -> String? {
      guard rest.starts(with: "//".utf8) else { return "" }
      rest = rest.dropFirst(2)
      let host = rest.prefix { !Self.isEitherSlash($0) }
      rest = rest[host.endIndex...]
      guard !host.isEmpty else { return "" }
      let name = WebHost.canonical(host, isSpecial: true)
      return name == "localhost" ? "" : name
    }

    private mutating func takeAuthority() -> String? {
      let isSlash = isSpecial ? Self.isEitherSlash : Self.isForwardSlash
      let authority = rest.prefix { !isSlash($0) }
      rest = rest[authority.endIndex...]
      var user = ""
      var host = authority
      if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
        host = authority[(at + 1)...]
        guard let taken = Self.userInfo(authority[..<at]) else { return nil }
        user = taken
      }
      let bracket = host.lastIndex(of: UInt8(ascii: "]")) ?? host.startIndex
      var port = ""
      if let colon = host[bracket...].lastIndex(of: UInt8(ascii: ":")) {
        guard let taken = takePort(host[(colon + 1)...]) else { return nil }
        port = taken
        host = host[..<colon]
      }
      guard let name = WebHost.canonical(host, isSpecial: isSpecial) else { return nil }
      return user + name + port
    }

    private static func userInfo(_ bytes: ArraySlice<UInt8>) -> String? {
      guard !bytes.isEmpty else { return "" }
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
      let name = encoded(bytes[..<colon], .userInfo)
      let password = encoded(bytes[colon...].dropFirst(), .userInfo)
      return (password.isEmpty ? name : name + ":" + password) + "@"
    }

    private func takePort(_ digits: ArraySlice<UInt8>) -> String? {
      guard !digits.isEmpty else { return "" }
      guard digits.allSatisfy(\.isDigit), digits.count <= 5,
        let port = UInt16(String(decoding: digits, as: UTF8.self))
      else { return nil }
      return Self.ports[scheme] == Int(port) ? "" : ":\(port)"
    }

    private static func isEitherSlash(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func isForwardSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") }

    /// With `.` and `..` worked out.
    private static func path(
      _ bytes: ArraySlice<UInt8>, isSlash: (UInt8) -> Bool, startsAlways: Bool
    ) -> String {
      guard startsAlways || !bytes.isEmpty else { return "" }
      let body = bytes.first.map(isSlash) ?? false ? bytes.dropFirst() : bytes
      var segments: [String] = []
      let parts = body.split(
        maxSplits: .max, omittingEmptySubsequences: false, whereSeparator: isSlash)
      for (index, part) in parts.enumerated() {
        let isLast = index == parts.count - 1
        switch dots(part) {
        case 1: if isLast { segments.append("") }
        case 2:
          if !segments.isEmpty { segments.removeLast() }
          if isLast { segments.append("") }
        default: segments.append(encoded(part, .path))
        }
      }
      return "/" + segments.joined(separator: "/")
    }

    /// 1 for `.`, 2 for `..`, each dot written as `%2e` too.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
      switch String(decoding: segment, as: UTF8.self).lowercased() {
      case ".", "%2e": 1
      case "..", ".%2e", "%2e.", "%2e%2e": 2
      default: 0
      }
    }

    // MARK: Percent-encoding

    private enum EncodeSet: String {
      case control = ""
      case fragment = " \"<>`"
      case query = " \"<>#"
      case specialQuery = " \"<>#'"
      case path = " \"<>`#?{}"
      case userInfo = " \"<>`#?{}/:;=@[]\\^|"
    }

    private static func encoded(_ bytes: ArraySlice<UInt8>, _ set: EncodeSet) -> String {
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      let digits = Array("0123456789ABCDEF".utf8)
      for byte in bytes {
        if byte < 0x20 || byte > 0x7E || set.rawValue.utf8.contains(byte) {
          result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        } else {
          result.append(byte)
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}
