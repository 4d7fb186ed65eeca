/// How one shell changes a variable and puts it back.
protocol ActivationLanguage {
  static var fileExtension: String { get }
  static func activate(_ change: PreparedChange) -> [String]
  static func deactivate(_ change: PreparedChange) -> [String]
}

/// A change whose texts are taken apart for one shell, with the names that remember what was
/// before.
struct PreparedChange: Sendable {
  enum Effect: Sendable {
    case set([TextPiece])
    case prepend([TextPiece])
    case unset
  }

  var name: String
  var effect: Effect
  /// Holds whether there was a value before. Set while the environment is active, and left alone by
  /// a second activation: conda stacks environments, and runs deactivation where nothing was
  /// activated yet.
  var had: String
  /// Holds the value from before. Not named `…PATH`: fish would take it for a list.
  var old: String

  init(_ name: String, _ effect: Effect, package: String) {
    self.name = name
    self.effect = effect
    let owner = package.uppercased().mapScalars { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? nil : "_"
    }
    had = "_\(owner)_\(name)_HAD"
    old = "_\(owner)_\(name)_OLD"
  }
}
