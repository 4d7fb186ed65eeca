import Disk

/// What a program said while it ran.
package struct LogText: Sendable {
  package let lines: [String]

  package init(_ path: String) {
    self.init(text: (try? DiskFile(path).bytes()).map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  init(text: String) {
    lines = text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }).map(
      String.init)
  }

  package func lastLines(_ count: Int) -> [String] {
    lines.filter { !$0.allSatisfy(\.isWhitespace) }.suffix(count).map { String($0.prefix(200)) }
  }
}
