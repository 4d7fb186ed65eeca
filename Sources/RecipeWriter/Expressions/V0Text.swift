import RecipeModel

/// References in the Jinja of `meta.yaml`.
enum V0Text {
  /// `box-{{ version }}`
  static func text(_ text: Text) -> String {
    text.resolved { "{{ \(reference($0)) }}" }
  }

  static func reference(_ reference: Reference) -> String {
    switch reference {
    case .version: "version"
    case .buildNumber: "PKG_BUILDNUM"
    case .hash: "PKG_HASH"
    case .targetPlatform: "target_platform"
    case .variant(let key): key.name
    case .digits(.python): "py"
    case .digits(let key): "\(key) | replace(\".\", \"\")"
    }
  }
}
