#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A constant as GeNN writes it into the code that it generates, and reads it back through the
/// compiler.
///
/// GeNN prints a parameter's `double` with 10 significant digits into single-precision code, so
/// that a value may end up beside the nearest `float`; equal spikes need the same rounding.
///
/// Source: GeNN 5.4.0, `Type::writeNumeric`, with `max_digits10` behind the point.
enum RealLiteral {
  static func value(_ number: Double, as precision: NumericType) -> Value {
    guard precision == .float else { return .double(number) }
    let text = scientific(number, digitsBehindPoint: 9)
    return .float(Float(text) ?? Float(number))
  }

  private static func scientific(_ number: Double, digitsBehindPoint digits: Int) -> String {
    // Sign, digit, point, digits, "e-308" and the end.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: digits + 16) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let length = withVaList([Int32(digits), number]) {
        vsnprintf(start, buffer.count, "%.*e", $0)
      }
      let bytes = buffer.prefix(Int(max(0, min(length, Int32(buffer.count) - 1))))
      return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
