/// Where a source can be downloaded: `https://host/path/name-1.0.tar.gz`.
package struct SourceURL: Hashable, Sendable {
  package enum Scheme: String, Hashable, Sendable, CaseIterable {
    case https, http, ftp, file
  }

  /// As it was written.
  package let text: String
  package let scheme: Scheme
  /// Empty for files.
  package let host: String

  package init(_ text: String) throws(SourceURLError) {
    func error(_ cause: SourceURLError.Cause, _ offset: Int) -> SourceURLError {
      SourceURLError(cause: cause, offset: offset)
    }
    let bytes = Array(text.utf8)
    if bytes.isEmpty { throw error(.empty, 0) }
    if let index = bytes.firstIndex(where: { $0 <= 0x20 || $0 == 0x7F }) {
      throw error(.space, index)
    }
    guard let mark = bytes.firstIndex(of: "://") else { throw error(.noScheme, 0) }
    let name = bytes[..<mark].text
    guard let scheme = Scheme(rawValue: name.lowercased()) else {
      throw error(.unknownScheme(name), 0)
    }
    let authority = bytes[(mark + 3)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    let host = try Self.host(in: authority)
    if host.isEmpty, scheme != .file { throw error(.noHost, mark + 3) }
    if authority.endIndex == bytes.count, scheme == .file {
      throw error(.noPath, bytes.count)
    }
    self.text = text
    self.scheme = scheme
    self.host = host
  }

  /// Without user and port.
  private static func host(in authority: ArraySlice<UInt8>) throws(SourceURLError) -> String {
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    let address = authority[start...]
    var end = address.endIndex
    if address.first == UInt8(ascii: "[") {
      guard let close = address.firstIndex(of: UInt8(ascii: "]")) else {
        throw SourceURLError(cause: .host(address.text), offset: start)
      }
      end = close + 1
    } else if let colon = address.firstIndex(of: UInt8(ascii: ":")) {
      end = colon
    }
    let port = address[end...]
    if !port.isEmpty {
      guard port.first == UInt8(ascii: ":"), UInt16(port.dropFirst().text) != nil else {
        throw SourceURLError(cause: .port(port.dropFirst().text), offset: end)
      }
    }
    let host = address[..<end]
    let isIPv6 = host.first == UInt8(ascii: "[")
    if let index = host.firstIndex(where: { !isIPv6 && !isAllowedInHost($0) }) {
      throw SourceURLError(cause: .host(host.text), offset: index)
    }
    return host.text
  }

  /// Letters of other alphabets may stand in a host too.
  private static func isAllowedInHost(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte > 127 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%")
  }

  /// What stands behind the last slash of the path; empty if nothing does.
  package var fileName: String {
    let path = text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let name = path.reversed().prefix { $0 != UInt8(ascii: "/") }
    let isHost = name.count + scheme.rawValue.utf8.count + 3 == path.count
    return isHost ? "" : String(decoding: name.reversed(), as: UTF8.self)
  }
}

extension SourceURL: CustomStringConvertible {
  package var description: String { text }
}
