/// The names assigned in one block of a template; inner blocks see the outer ones.
final class JinjaScope {
  private(set) var names: [String: PythonValue] = [:]
  private let parent: JinjaScope?

  init(parent: JinjaScope?) { self.parent = parent }

  func assign(_ value: PythonValue, to name: String) { names[name] = value }

  func clear() { names = [:] }

  func value(of name: String) -> PythonValue? {
    var scope: JinjaScope? = self
    while let current = scope {
      if let value = current.names[name] { return value }
      scope = current.parent
    }
    return nil
  }
}
