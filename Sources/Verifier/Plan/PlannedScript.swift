/// What builds a package.
package enum PlannedScript: Hashable, Sendable {
  case nothing
  /// A file of the recipe's folder.
  case file(String, environment: [String: String])
  case commands([String], interpreter: String?, environment: [String: String])

  /// All of it as a text, which a dictionary's own order would change from one time to the next.
  var fingerprint: String {
    func inOrder(_ environment: [String: String]) -> String {
      "\(environment.sorted { $0.key < $1.key })"
    }
    return switch self {
    case .nothing: ""
    case .file(let path, let environment): "\(path)\n\(inOrder(environment))"
    case .commands(let commands, let interpreter, let environment):
      "\(commands)\n\(interpreter ?? "")\n\(inOrder(environment))"
    }
  }
}
