import Conda

extension V1 {
  /// The names that an expression can see, innermost first.
  struct Scope: Sendable {
    /// Names for one expression only, such as `hash` in a build string.
    var local: [String: Value] = [:]
    /// What `context:` defined so far, over variables that were given from outside.
    var context: [String: Value]
    /// The chosen value of each variant key, under the key's normalised name.
    let variant: [String: Value]
    let platforms: Platforms
    let permissions: Permissions

    init(
      context: [String: Value] = [:], variant: [String: Value] = [:], platforms: Platforms,
      permissions: Permissions = Permissions()
    ) {
      self.context = context
      self.variant = variant
      self.platforms = platforms
      self.permissions = permissions
    }

    subscript(name: String) -> Value? {
      if let value = local[name] { return value }
      if let value = context[name] { return value }
      if let value = variant[name] { return value }
      return platforms[name]
    }
  }
}
