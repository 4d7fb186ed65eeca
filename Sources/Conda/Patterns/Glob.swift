/// A glob such as `py3*_cuda*`, matched against the whole of a text.
package struct Glob: Hashable, Sendable {
  package let text: String
  private let tokens: [Token]
  private let ignoresCase: Bool

  private enum Token: Hashable {
    case byte(UInt8)
    case set(ByteSet)
    case any
    case sequence
  }

  /// As rattler's; nil for a text that is none.
  package init?(_ text: String) {
    do { try self.init(rattler: text, ignoresCase: false) } catch { return nil }
  }

  /// conda's globs know `*` only.
  init(conda text: String) {
    self.text = text
    ignoresCase = false
    tokens = text.utf8.map { $0 == UInt8(ascii: "*") ? .sequence : .byte($0) }
  }

  /// rattler's know `?`, `[ab]` and `[!ab]` too, and take `**` only between slashes.
  init(rattler text: String, ignoresCase: Bool) throws(PatternError) {
    self.text = text
    self.ignoresCase = ignoresCase
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "?"):
        tokens.append(.any)
        index += 1
      case UInt8(ascii: "*"):
        let end = bytes[index...].firstIndex { $0 != byte } ?? bytes.count
        guard end - index == 1 || Self.isComponent(bytes, index..<end) else {
          throw PatternError(cause: .misplacedAsterisks, offset: index)
        }
        tokens.append(.sequence)
        index = end
      case UInt8(ascii: "["):
        let (set, end) = try Self.set(in: bytes, from: index)
        tokens.append(.set(ignoresCase ? set.ignoringCase : set))
        index = end
      default:
        tokens.append(.byte(ignoresCase ? byte.lowercased : byte))
        index += 1
      }
    }
    self.tokens = tokens
  }

  private static func isComponent(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let slash = UInt8(ascii: "/")
    return range.count == 2 && (range.lowerBound == 0 || bytes[range.lowerBound - 1] == slash)
      && (range.upperBound == bytes.count || bytes[range.upperBound] == slash)
  }

  private static func set(in bytes: [UInt8], from start: Int) throws(PatternError) -> (ByteSet, Int)
  {
    var index = start + 1
    let isInverted = index < bytes.count && bytes[index] == UInt8(ascii: "!")
    if isInverted { index += 1 }
    // A bracket directly behind the opening one stands for itself.
    guard index < bytes.count,
      let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "]"))
    else { throw PatternError(cause: .unclosed("["), offset: start) }
    var set = ByteSet()
    while index < end {
      if index + 2 < end, bytes[index + 1] == UInt8(ascii: "-") {
        if bytes[index] <= bytes[index + 2] {
          set.formUnion(ByteSet(bytes[index]...bytes[index + 2]))
        }
        index += 3
      } else {
        set.insert(bytes[index])
        index += 1
      }
    }
    return (isInverted ? set.inverted : set, end + 1)
  }

  /// On a mismatch only the last `*` has to take one byte more, so this never explodes.
  package func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var (position, token) = (0, 0)
    var retry: (position: Int, token: Int)?
    while position < bytes.count || token < tokens.count {
      if token < tokens.count {
        if tokens[token] == .sequence {
          retry = (position, token)
          token += 1
          continue
        }
        if position < bytes.count, accepts(tokens[token], bytes[position]) {
          position += 1
          token += 1
          continue
        }
      }
      guard let last = retry, last.position < bytes.count else { return false }
      retry = (last.position + 1, last.token)
      (position, token) = (last.position + 1, last.token + 1)
    }
    return true
  }

  private func accepts(_ token: Token, _ byte: UInt8) -> Bool {
    let byte = ignoresCase ? byte.lowercased : byte
    return switch token {
    case .byte(let wanted): wanted == byte
    case .set(let set): set.contains(byte)
    case .any, .sequence: true
    }
  }
}
