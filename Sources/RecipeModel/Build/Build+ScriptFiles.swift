extension Build {
  /// Whether the commands are names of files beside the recipe, which `recipe.yaml` runs as scripts.
  package var namesScriptFiles: Bool {
    let names = commands.guarded().map(\.value.value)
    return !names.isEmpty
      && names.allSatisfy { name in
        !name.contains(where: \.isWhitespace) && (name.hasSuffix(".sh") || name.hasSuffix(".bat"))
      }
  }
}
