import Diagnostics
import RecipeModel

/// A file, or all that one step installs, which an output brings into the prefix.
struct FileClaim: Sendable {
  enum Subject: Hashable, Sendable {
    /// The Python package that pip makes of these sources.
    case python([Source])
    case path(String)
    case tree(from: String, to: String)
    /// A program that pip makes for an entry point.
    case command(String)

    var description: String {
      switch self {
      case .python: "the Python package of the same source"
      case .path(let path), .tree(_, let path): "'\(path)'"
      case .command(let name): "the command '\(name)'"
      }
    }
  }

  var subject: Subject
  var location: SourceLocation?
  var builds: BuildSet
}

extension CheckedRecipe {
  /// What an output's steps, tests and entry points say of the files in it.
  func fileClaims(of output: CheckedOutput) -> [FileClaim] {
    var claims: [FileClaim] = []
    func add(_ subject: FileClaim.Subject, _ place: SourceLocation?, _ conditions: [Condition]) {
      let builds = output.builds & matrix.builds(where: conditions)
      claims.append(
        FileClaim(subject: subject, location: place ?? output.location, builds: builds))
    }
    for step in output.steps where step.script == .build {
      switch step.action {
      case .pipInstall:
        let sources = sources(of: output.output).map(\.value.value)
        if !sources.isEmpty { add(.python(sources), step.location, step.conditions) }
      case .copyFile(_, let to), .move(_, let to), .writeFile(let to, _):
        if let path = to.installedText(package: output.name) {
          add(.path(path), step.location, step.conditions)
        }
      case .copyTree(let from, let to):
        if let path = to.installedText(package: output.name) {
          let origin = from.text(package: output.name)
          add(.tree(from: origin, to: path), step.location, step.conditions)
        }
      default: break
      }
    }
    for test in output.output.tests.guarded() {
      guard case .contents(let contents) = test.value.value else { continue }
      for (section, items) in contents.sections {
        for item in items.guarded() where !item.value.value.contains(where: { "*?[".contains($0) })
        {
          let path = section == "files" ? item.value.value : "\(section)/\(item.value.value)"
          add(.path(path), test.value.location, test.conditions + item.conditions)
        }
      }
    }
    for point in output.output.build.entryPoints {
      let name = point.value.prefix { $0 != "=" && $0 != " " }
      add(.command(String(name)), point.location, [])
    }
    return claims
  }
}

extension ScriptPath {
  /// Nil where the path isn't in the package.
  fileprivate func installedText(package name: String) -> String? {
    guard case .variable(let variable) = root,
      [.prefix, .libraryPrefix, .sitePackages].contains(variable)
    else { return nil }
    return text(package: name)
  }

  fileprivate func text(package name: String) -> String {
    var pieces = components.map { $0.text(package: name) }
    switch root {
    case .variable(.sitePackages): pieces.insert("site_packages", at: 0)
    case .variable(.prefix), .here: break
    case .variable(let variable): pieces.insert("\(variable)", at: 0)
    case .system: pieces.insert("", at: 0)
    }
    return pieces.joined(separator: "/")
  }
}

extension ScriptText {
  fileprivate func text(package name: String) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .variable(.packageName): name
      case .variable(let variable): "\(variable)"
      case .path(let path), .slashedPath(let path): path.text(package: name)
      }
    }.joined()
  }
}
