package import Diagnostics
import YAML

extension V0VariantFile {
  /// A list in brackets at the end of a line, which conda-build takes for a selector.
  package struct FlowList: Hashable, Sendable {
    /// The key, or `-` for an item of a list.
    package var key: String
    /// What the brackets hold.
    package var list: String
    package var place: SourceLocation
  }

  package static func flowLists(in bytes: [UInt8], file: String) -> [FlowList] {
    guard bytes.contains(UInt8(ascii: "[")) else { return [] }
    let source = V0Source(bytes)
    return PythonLines.split(bytes).compactMap { whole -> FlowList? in
      let line = whole[..<PythonText.startOfSpace(in: whole, before: whole.endIndex)]
      let first = PythonText.endOfSpace(in: line, from: line.startIndex)
      guard first < line.endIndex, line[first] != UInt8(ascii: "#"), let parts = SelectorLine(line)
      else { return nil }
      let kept = line[first..<max(first, parts.kept.upperBound)]
      let isComment = bytes[kept.endIndex..<parts.selector.lowerBound].contains(UInt8(ascii: "#"))
      guard !isComment, kept.last == UInt8(ascii: ":") || kept.elementsEqual("-".utf8) else {
        return nil
      }
      let name = kept.last == UInt8(ascii: ":") ? kept.dropLast() : kept
      return FlowList(
        key: String(decoding: name, as: UTF8.self),
        list: String(decoding: bytes[parts.selector], as: UTF8.self),
        place: SourceLocation(source.mark(of: first), in: file))
    }
  }
}
