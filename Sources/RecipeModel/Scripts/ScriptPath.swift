/// A file or folder as a script names it, joined with the separators of the system it runs on.
///
///     let library: ScriptPath = .sitePackages / "pygenn" / "libgenn_cuda_backend_dynamic.so"
///
/// Plain texts are relative to the folder that the build runs in, and take `/` as separator
/// everywhere.
package struct ScriptPath: Hashable, Sendable {
  package enum Root: Hashable, Sendable {
    /// The folder that the script runs in.
    case here
    case variable(ScriptVariable)
    /// A path from `/`, which no package can rely on: a finding.
    case system
  }

  package var root: Root
  package var components: [ScriptText]

  package init(root: Root, components: [ScriptText]) {
    self.root = root
    self.components = components
  }

  package init(_ variable: ScriptVariable) { self.init(root: .variable(variable), components: []) }

  package init(_ text: String) {
    root = text.utf8.first == UInt8(ascii: "/") ? .system : .here
    components = text.unicodeScalars.split(separator: "/").map(String.init).filter { $0 != "." }
      .map { ScriptText($0) }
  }

  /// The folder that it is in; nil for a root.
  package var parent: ScriptPath? {
    components.isEmpty ? nil : ScriptPath(root: root, components: Array(components.dropLast()))
  }

  package static func / (base: ScriptPath, below: ScriptPath) -> ScriptPath {
    ScriptPath(root: base.root, components: base.components + below.components)
  }

  /// A component with a variable in it.
  package static func / (base: ScriptPath, component: ScriptText) -> ScriptPath {
    ScriptPath(root: base.root, components: base.components + [component])
  }
}

extension ScriptPath: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

extension ScriptPath {
  package static let prefix = ScriptPath(.prefix as ScriptVariable)
  package static let buildPrefix = ScriptPath(.buildPrefix as ScriptVariable)
  package static let libraryPrefix = ScriptPath(.libraryPrefix as ScriptVariable)
  package static let buildLibraryPrefix = ScriptPath(.buildLibraryPrefix as ScriptVariable)
  package static let srcDir = ScriptPath(.srcDir as ScriptVariable)
  package static let recipeDir = ScriptPath(.recipeDir as ScriptVariable)
  package static let sitePackages = ScriptPath(.sitePackages as ScriptVariable)

  package static func environment(_ name: String) -> ScriptPath {
    ScriptPath(.environment(name) as ScriptVariable)
  }
}
