import Conda
import Diagnostics
import RecipeModel

/// `pin_compatible` takes the version that was in `host`: without the package there is none to
/// take.
enum CompatiblePins: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.lines.compactMap { line in
        guard case .pinCompatible(let pin) = line.requirement else { return nil }
        if line.section == .host || line.section == .build {
          return .pinInHost(pin.name, list: line.list, at: line.location)
        }
        let host = output.lines(.host)
        let there = host.filter { $0.name == pin.name.lowercased() }
        if there.isEmpty {
          let near = nearest(to: pin.name, in: host.compactMap(\.name))
          return .pinWithoutHost(pin.name, near: near, at: line.location)
        }
        let missing = line.builds - output.union(there)
        guard let context = recipe.matrix.firstContext(in: missing) else { return nil }
        return .pinWithoutHostSomewhere(
          pin.name, platform: context.platform.subdir, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func pinWithoutHost(
    _ name: String, near: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' isn't in host, so there is no version to pin",
      remedy: near.map { "did you mean '\($0)'?" }
        ?? "add \"\(name)\" to HostRequirements, or write a range such as \"\(name) >=1\"")
  }

  static func pinWithoutHostSomewhere(
    _ name: String, platform: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' is pinned for \(platform), where host doesn't have it",
      remedy: "put both lines under the same condition")
  }

  static func pinInHost(_ name: String, list: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "the pin on '\(name)' in \(list) asks for the version that host itself decides",
      remedy: "write \"\(name)\" here, and PinCompatible(\"\(name)\") in RunRequirements")
  }
}
