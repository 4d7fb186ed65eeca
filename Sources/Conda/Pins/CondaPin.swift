/// conda-build's arithmetic on pins: all components of the version in one row, whatever stood
/// between them, of which the first ones are taken.
struct CondaPin {
  private let version: Version
  /// The components as Python prints them.
  private let flat: [String]
  /// After the component with this number no dot is written. It is the number of the last
  /// *segment*, which is meant for versions like 9d; that it is compared with components is
  /// conda-build's.
  private let gluedIndex: Int

  init(_ version: Version) throws(PinError) {
    do throws(VersionError) {
      // conda-build takes wildcards too, and reads the version as conda does in any case.
      self.version = try Version(version.text, dialect: .conda)
    } catch {
      throw PinError(cause: .version(error.cause), offset: error.offset)
    }
    flat = self.version.release.map(\.component.python)
    gluedIndex = self.version.release.count(where: \.startsSegment) - 1
  }

  func spec(_ lower: Pin.Bound?, _ upper: Pin.Bound?) throws(PinError) -> String {
    var bounds: [String] = []
    switch lower {
    case .places(let expression): bounds.append(">=" + (try atLeast(expression.places)))
    case .version(let version): bounds.append(">=" + version.text)
    case nil: break
    }
    switch upper {
    case .places(let expression): bounds.append("<" + (try below(expression.places)))
    case .version(let version): bounds.append("<" + version.text)
    case nil: break
    }
    return bounds.joined(separator: ",")
  }

  private func atLeast(_ places: Int) throws(PinError) -> String {
    let text = joined(flat[..<min(places, flat.count)])
    do throws(VersionError) {
      // The zero that stands for nothing in `1.rc` would make the bound too high.
      return try plainVersion() < Version(text) ? version.text : text
    } catch {
      throw PinError(cause: .version(error.cause), offset: 0)
    }
  }

  private func plainVersion() throws(VersionError) -> Version {
    var text = version.text[...]
    if text.hasSuffix(".*") {
      text = text.dropLast(2)
    } else if text.hasSuffix("*") {
      text.removeLast()
    }
    return try Version(String(text))
  }

  private func below(_ places: Int) throws(PinError) -> String {
    let count = min(places, flat.count)
    let next = flat[min(count, flat.count - 1)]
    let isLetters = next.utf8.allSatisfy(\.isLetter)
    var taken = flat[..<count]
    taken[count - 1] = try countedUp(taken[count - 1], isBeforeLetters: isLetters)
    return joined(taken)
  }

  private func joined(_ components: ArraySlice<String>) -> String {
    var text = ""
    for (index, component) in components.enumerated() {
      text += component
      if index != gluedIndex { text += "." }
    }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func countedUp(_ text: String, isBeforeLetters: Bool) throws(PinError) -> String {
    if let number = UInt64(text) {
      let (next, over) = number.addingReportingOverflow(1)
      if over { throw PinError(cause: .numberTooLarge, offset: 0) }
      return "\(next)" + (isBeforeLetters ? "a" : ".0a0")
    }
    if text.utf8.allSatisfy(\.isDigit) { throw PinError(cause: .numberTooLarge, offset: 0) }
    guard text.utf8.count == 1, let letter = text.utf8.first else {
      throw PinError(cause: .notANumber(text), offset: 0)
    }
    return String(Unicode.Scalar(letter + 1))
  }
}

extension VersionComponent {
  /// `post` is an infinite number to conda, `dev` an upper-case string.
  fileprivate var python: String {
    switch self {
    case .dev: "DEV"
    case .text(let text), .longNumber(let text): text
    case .number(let number): String(number)
    case .post: "inf"
    }
  }
}
