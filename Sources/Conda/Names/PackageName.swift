/// The name of a package, in lower case, as CEP 26 allows it: `numpy`, `libgenn-cuda`,
/// `_openmp_mutex`.
///
/// Virtual packages, which describe the machine, begin with two underscores: `__cuda`.
package struct PackageName: Hashable, Sendable {
  package let text: String

  package static let longest = 64

  package init(_ text: String) throws(PackageNameError) {
    if let problem = Self.problem(in: text.utf8, allowsUppercase: false) { throw problem }
    if text.utf8.count > Self.longest {
      throw PackageNameError(cause: .tooLong(text.utf8.count), text: text, offset: Self.longest)
    }
    self.text = text
  }

  package var isVirtual: Bool { text.utf8.starts(with: "__".utf8) }

  /// What is wrong with a name but for its length. Specs may be written in capitals.
  static func problem(
    in bytes: some Collection<UInt8>, allowsUppercase: Bool
  ) -> PackageNameError? {
    if let problem = characterProblem(in: bytes) { return problem }
    func error(_ cause: PackageNameError.Cause, _ offset: Int) -> PackageNameError {
      PackageNameError(cause: cause, text: String(decoding: bytes, as: UTF8.self), offset: offset)
    }
    let isVirtual = bytes.starts(with: "__".utf8)
    if isVirtual, bytes.count < 3 { return error(.start, 0) }
    var previous: UInt8?
    for (offset, byte) in bytes.enumerated() {
      defer { previous = byte }
      if byte.isUppercase && !allowsUppercase { return error(.uppercase, offset) }
      if byte.isAlphanumeric { continue }
      let isUnderscore = byte == UInt8(ascii: "_")
      guard let previous else {
        if isUnderscore { continue }
        return error(.start, 0)
      }
      // The underscore at the start is no separator, the second one of a virtual package is.
      if !previous.isAlphanumeric && (offset > 1 || isUnderscore && !isVirtual) {
        return error(.doubledSeparator, offset)
      }
    }
    return nil
  }

  /// A character that no name has, in capitals or not; rattler's specs ask for nothing else.
  static func characterProblem(in bytes: some Collection<UInt8>) -> PackageNameError? {
    if bytes.isEmpty { return PackageNameError(cause: .empty, text: "", offset: 0) }
    for (offset, byte) in bytes.enumerated() where !byte.isAlphanumeric {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      default:
        let text = String(decoding: bytes, as: UTF8.self)
        let cause = PackageNameError.Cause.character(text.character(at: offset) ?? "?")
        return PackageNameError(cause: cause, text: text, offset: offset)
      }
    }
    return nil
  }
}

extension PackageName: CustomStringConvertible, Comparable {
  package var description: String { text }
  package static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
