package import RecipeModel

/// A script as it lies in the recipe's folder.
package struct ScriptFile: Hashable, Sendable {
  /// From the recipe's folder, with `/`.
  package var path: String
  package var text: String
  /// Where the build puts it, for scripts that are part of the package.
  package var destination: ScriptPath?

  package init(path: String, text: String, destination: ScriptPath? = nil) {
    self.path = path
    self.text = text
    self.destination = destination
  }

  /// The step of the build that puts it there.
  package var installation: ScriptStep? {
    destination.map { .copyFile(.recipeDir / ScriptPath(path), to: $0) }
  }
}
