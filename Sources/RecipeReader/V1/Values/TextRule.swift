import Conda
import Diagnostics

extension V1 {
  /// What the text of a field must be, and how it is spelt in the result.
  enum TextRule {
    case packageName, version, url, license, sha256, md5, entryPoint
    /// The package that a spec is about.
    case packageOfSpec

    func canonical(
      _ text: String, _ field: String, at location: @autoclosure () -> SourceLocation
    ) throws(Diagnostic) -> String {
      switch self {
      case .packageName:
        if PackageNameRule.accepts(text) { return text }
        throw .invalidValue(
          of: field, "'\(text)' is no package name",
          remedy: "use letters, digits, '-', '_' and '.'", at: location())
      case .version:
        do throws(VersionError) {
          _ = try Version(text, dialect: .rattler)
          return text
        } catch {
          throw .invalidNotation(error, in: field, at: location())
        }
      case .url:
        if let address = WebAddress.canonical(text) { return address }
        throw .invalidValue(
          of: field, "'\(text)' is no URL", remedy: "write one like https://example.org/",
          at: location())
      case .license: return try LicenseRule.canonical(text, field, at: location())
      case .sha256: return try Self.digest(text, length: 64, field, at: location())
      case .md5: return try Self.digest(text, length: 32, field, at: location())
      case .entryPoint:
        if let point = EntryPoint(text) { return point.description }
        throw .invalidValue(
          of: field, "'\(text)' is no entry point",
          remedy: "write 'command = module:function'", at: location())
      case .packageOfSpec:
        let spec = try Spec.parse(text, .rattlerStrict, field, at: location())
        if let name = spec.name?.exact { return name }
        throw .invalidValue(
          of: field, "'\(text)' names no single package", remedy: "write one name", at: location())
      }
    }

    /// Nothing stands for a checksum of zeros, to be filled in later.
    private static func digest(
      _ text: String, length: Int, _ field: String, at location: @autoclosure () -> SourceLocation
    ) throws(Diagnostic) -> String {
      if text.isEmpty { return String(repeating: "0", count: length) }
      let isHexadecimal = text.utf8.allSatisfy {
        $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
      }
      guard text.utf8.count == length, isHexadecimal else {
        throw .invalidValue(
          of: field, "'\(text)' is no such checksum",
          remedy: "write all \(length) hexadecimal digits", at: location())
      }
      return text.lowercased()
    }
  }

  /// The engine is more lenient about names than conda's rules are: capitals and even nothing will do.
  enum PackageNameRule {
    static func accepts(_ text: String) -> Bool {
      text.utf8.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }
  }

  enum VersionText {
    static func canonical(_ text: String) -> String? {
      (try? Version(text, dialect: .rattler))?.canonical(.rattler)
    }
  }
}

extension Diagnostic {
  static func invalidNotation(
    _ error: some NotationError, in field: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.error, at: place, "\(field): \(error.message)", remedy: error.remedy)
  }
}
