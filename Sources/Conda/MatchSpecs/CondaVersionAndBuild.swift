/// Cuts `1.2 py39_0` and `1.2=py39_0` in two, where conda's expression cuts it.
struct CondaVersionAndBuild {
  let version: ArraySlice<UInt8>
  let build: ArraySlice<UInt8>?

  init(_ bytes: ArraySlice<UInt8>) {
    // The build holds none of these, so it begins behind the last of them.
    let forbidden = bytes.lastIndex(where: Self.isForbiddenInBuild) ?? bytes.startIndex
    // The expression looks at the third character first, and then from the second one on.
    let third = bytes.startIndex + 2
    let cut =
      third >= forbidden && Self.isCut(bytes, third)
      ? third : bytes.indices.dropFirst().first { $0 >= forbidden && Self.isCut(bytes, $0) }
    guard let cut else {
      (version, build) = (bytes, nil)
      return
    }
    version = bytes[..<cut]
    build = bytes[(cut + 1)...].trimmed
  }

  private static func isForbiddenInBuild(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "|"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// A space or `=` that doesn't belong to an operator or a list, with something behind it.
  private static func isCut(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index > bytes.startIndex, index < bytes.endIndex - 1,
      bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "=")
    else { return false }
    let before = bytes[index - 1]
    return !before.isOperator && before != UInt8(ascii: "|") && before != UInt8(ascii: ",")
  }

  /// `==1.2` means `1.2`; `=1.2` means `1.2*`, or `1.2` if a build follows.
  static func withoutEquals(_ version: ArraySlice<UInt8>, hasBuild: Bool) -> ArraySlice<UInt8> {
    let sign = UInt8(ascii: "=")
    let plain = version.drop { $0 == sign }
    guard plain.startIndex > version.startIndex, !plain.isEmpty else { return version }
    if plain.startIndex > version.startIndex + 1, !hasBuild { return plain }
    let isList = plain.contains {
      $0 == sign || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|")
    }
    if isList { return version }
    return hasBuild || plain.last == UInt8(ascii: "*") ? plain : plain + [UInt8(ascii: "*")]
  }
}
