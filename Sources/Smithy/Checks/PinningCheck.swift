package import Conda
package import Diagnostics
import RecipeReader

/// Whether a text can be conda-forge's pinning at all.
package enum PinningCheck {
  /// What a server says in place of a file.
  package static func refuseWebPage(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = text.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let tag = String(decoding: start.prefix(5), as: UTF8.self).lowercased()
    if tag.hasPrefix("<!doc") || tag.hasPrefix("<html") || tag.hasPrefix("<?xml") {
      throw .pinningIsWebPage(at: SourceLocation(file: file, line: 1))
    }
  }

  /// The whole file has to be readable, and to end as it should: with a key that has values.
  package static func check(
    _ bytes: [UInt8], file: String, platform: Platform
  ) throws(Diagnostic) {
    try refuseWebPage(bytes, file: file)
    let read = try V0VariantFile(bytes, file: file, platform: platform)
    guard read.entries.contains(where: { !$0.values.isEmpty }) else {
      throw .pinningWithoutKeys(at: SourceLocation(file: file, line: 1))
    }
  }
}

extension Diagnostic {
  static func pinningWithoutKeys(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the pinning gives no key any value",
      remedy: "give conda-forge's conda_build_config.yaml")
  }
}
