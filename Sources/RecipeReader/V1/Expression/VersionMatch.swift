import Conda

extension V1 {
  /// `match(version, spec)`.
  enum VersionMatch {
    /// An undefined version matches everything: the matrix is not known yet when that happens.
    static func holds(_ arguments: Arguments) throws(ExpressionError) -> Bool {
      let value = try arguments.required(0)
      let spec = try arguments.text(1)
      if value.isUndefined || value.kind == .none { return true }
      let text = version(of: value.description)
      let version: Version
      do throws(VersionError) {
        version = try Version(text, dialect: .rattler)
      } catch {
        throw .operation("match() got '\(text)', which is no version", remedy: error.remedy)
      }
      do throws(VersionSpecError) {
        return try VersionSpec(spec, dialect: .rattlerStrict).matches(version)
      } catch {
        throw .operation("match() got '\(spec)': \(error.message)", remedy: error.remedy)
      }
    }

    /// `3.12.* *_cpython` → `3.12`.
    private static func version(of text: String) -> String {
      var bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: " ") })[...]
      while bytes.suffix(2).elementsEqual(".*".utf8) { bytes = bytes.dropLast(2) }
      while bytes.last == UInt8(ascii: "*") { bytes = bytes.dropLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
