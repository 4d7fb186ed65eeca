/// Finds where a constraint ends, without understanding it: rattler cuts first and reads
/// afterwards, which shows at the edges (`>= 1.2` is cut out whole and then refused).
struct ConstraintRecognizer {
  let bytes: ArraySlice<UInt8>

  // constraint = "*", [ ".*" ] | [ operator ], ( version, { "." | "*" } | "*" ) ;
  func constraint(from start: Int) -> Int? {
    if byte(start) == UInt8(ascii: "*") {
      return bytes[start...].dropFirst().hasPrefix(".*") ? start + 3 : start + 1
    }
    var position = skipSpaces(start)
    if let end = operatorEnd(position) {
      position = skipSpaces(end)
    } else {
      position = start
    }
    if let end = version(from: position) {
      return skip(end) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "*") }
    }
    return byte(position) == UInt8(ascii: "*") ? position + 1 : nil
  }

  /// `=1.2`, `=1.2.*`, `=*`: what the lenient reading tries first.
  func equality(from start: Int) -> Int?? {
    guard byte(start) == UInt8(ascii: "=") else { return .some(nil) }
    if let end = version(from: start + 1) {
      let rest = bytes[end...]
      return rest.hasPrefix(".*") ? end + 2 : rest.hasPrefix("*") ? end + 1 : end
    }
    // A `+` with nothing behind it is an error, not another form.
    if components(from: epochEnd(start + 1)) != nil { return nil }
    return .some(byte(start + 1) == UInt8(ascii: "*") ? start + 2 : nil)
  }

  private func byte(_ index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  private func skip(_ start: Int, while isPart: (UInt8) -> Bool) -> Int {
    var position = start
    while position < bytes.endIndex, isPart(bytes[position]) { position += 1 }
    return position
  }

  private func skipSpaces(_ start: Int) -> Int { skip(start, while: \.isSpace) }

  private func operatorEnd(_ start: Int) -> Int? {
    let (first, second) = (byte(start), byte(start + 1))
    let isPair = second == UInt8(ascii: "=")
    return switch first {
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): start + (isPair ? 2 : 1)
    case UInt8(ascii: "!"), UInt8(ascii: "~"): isPair ? start + 2 : nil
    default: nil
    }
  }

  // version = [ epoch, "!" ], components, [ "+", components ] ;
  private func version(from start: Int) -> Int? {
    guard let end = components(from: epochEnd(start)) else { return nil }
    return byte(end) == UInt8(ascii: "+") ? components(from: end + 1) : end
  }

  /// An epoch that doesn't fit into 32 bits isn't recognised as one.
  private func epochEnd(_ start: Int) -> Int {
    let end = skip(start, while: \.isDigit)
    guard end > start, byte(end) == UInt8(ascii: "!"), UInt32(bytes[start..<end].text) != nil
    else { return start }
    return end + 1
  }

  // components = component, { { "." | "-" | "_" }, component } ;
  private func components(from start: Int) -> Int? {
    guard var end = component(from: start) else { return nil }
    while true {
      let next = skip(end) {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      guard let componentEnd = component(from: next) else { return end }
      end = componentEnd
    }
  }

  private func component(from start: Int) -> Int? {
    guard let first = byte(start) else { return nil }
    if first == UInt8(ascii: "*") { return start + 1 }
    if first.isDigit { return skip(start, while: \.isDigit) }
    return first.isLetter ? skip(start, while: \.isLetter) : nil
  }
}
