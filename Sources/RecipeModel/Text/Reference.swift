/// What a recipe's text can refer to.
package enum Reference: Hashable, Sendable {
  case version
  /// Without the offsets that variants add.
  case buildNumber
  /// The first seven digits of the hash over the used variant.
  case hash
  /// The platform that is built for: `linux-aarch64`.
  case targetPlatform
  /// A variant's value as it stands: `12.9`.
  case variant(VariantKey)
  /// A variant's version without its dots: `3.12.* *_cpython` → `312`, `12.9` → `129`.
  case digits(VariantKey)

  package var key: VariantKey? {
    switch self {
    case .variant(let key), .digits(let key): key
    case .version, .buildNumber, .hash, .targetPlatform: nil
    }
  }
}
