/// What a file may contain. Each tool that reads YAML draws these lines elsewhere.
package struct YAMLReadOptions: Hashable, Sendable {
  package enum DuplicateKeys: Hashable, Sendable {
    case refused
    /// As PyYAML: the first place, the last value. Values that differ are a warning.
    case lastWins
  }

  package var duplicateKeys = DuplicateKeys.refused
  package var allowsAnchors = true
  package var allowsTags = true
  /// `<<` takes over another mapping's keys.
  package var mergesKeys = true
  package var allowsByteOrderMark = true
  package var limits = YAMLLimits()

  package init() {}

  /// PyYAML's `SafeLoader`.
  package static var pyyaml: Self {
    var options = Self()
    options.duplicateKeys = .lastWins
    return options
  }

  /// PyYAML's `BaseLoader`, for which `<<` is a key like others.
  package static var base: Self {
    var options = pyyaml
    options.mergesKeys = false
    return options
  }

  /// rattler-build: no anchors, no tags, no key twice, no byte order mark.
  package static var rattler: Self {
    var options = Self()
    options.allowsAnchors = false
    options.allowsTags = false
    options.allowsByteOrderMark = false
    options.mergesKeys = false
    return options
  }
}

/// How much a file may cost. No recipe comes near these.
package struct YAMLLimits: Hashable, Sendable {
  package var bytes = 16 << 20
  package var depth = 100
  /// Aliases count as often as they are used.
  package var nodes = 1_000_000

  package init() {}
}
