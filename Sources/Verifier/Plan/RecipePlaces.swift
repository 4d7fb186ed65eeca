package import Diagnostics

/// Where a recipe says what, so that a failure names the line to change.
package struct RecipePlaces: Hashable, Sendable {
  package struct Requirement: Hashable, Sendable {
    package var section: String
    /// As it is written: `make`, `${{ compiler('cxx') }}`.
    package var text: String
    package var place: SourceLocation

    package init(section: String, text: String, place: SourceLocation) {
      self.section = section
      self.text = text
      self.place = place
    }
  }

  /// By output; those of a recipe with one package, or of all, are under "".
  package var requirements: [String: [Requirement]] = [:]
  /// Of lists and keys: `requirements.run`, `source`, `build.script`, `tests`.
  package var keys: [String: [String: SourceLocation]] = [:]
  /// The recipe itself.
  package var recipe: SourceLocation

  package init(recipe: SourceLocation) { self.recipe = recipe }

  /// The line of a requirement as it was rendered: `gxx_linux-64 15.*` is `${{ compiler('cxx') }}`.
  package func place(of requirement: String, in section: String, output: String) -> SourceLocation {
    let name = RequirementText.name(of: requirement)
    let lines = lines(of: output).filter { $0.section == section }
    let written = lines.first { RequirementText.name(of: $0.text) == name }
    let called = RequirementText.functions(for: name).lazy.compactMap { function in
      lines.first { $0.text.contains(function) }
    }.first
    return (written ?? called)?.place ?? place(ofSection: section, output: output)
  }

  /// Where a section begins, or where it would have to.
  package func place(ofSection section: String, output: String) -> SourceLocation {
    place(ofKey: "requirements.\(section)", output: output)
  }

  package func place(ofKey key: String, output: String) -> SourceLocation {
    var key = key[...]
    while true {
      for name in [output, ""] {
        if let place = keys[name]?[String(key)] { return place }
      }
      guard let dot = key.lastIndex(of: ".") else { break }
      key = key[..<dot]
    }
    return keys[output]?["package"] ?? recipe
  }

  private func lines(of output: String) -> [Requirement] {
    (requirements[output] ?? []) + (requirements[""] ?? [])
  }
}

/// Names in the lines of a recipe's requirements.
package enum RequirementText {
  package static func name(of text: String) -> String {
    String(text.prefix { !" =<>![".contains($0) }).lowercased()
  }

  /// What a recipe writes for compilers and C libraries.
  static func functions(for name: String) -> [String] {
    func calls(_ function: String, _ language: String) -> [String] {
      ["\(function)('\(language)')", "\(function)(\"\(language)\")"]
    }
    if name.hasPrefix("gxx_") || name.hasPrefix("clangxx_") { return calls("compiler", "cxx") }
    if name.hasPrefix("gcc_") || name.hasPrefix("clang_") { return calls("compiler", "c") }
    if name.hasPrefix("gfortran_") { return calls("compiler", "fortran") }
    if name.hasPrefix("cuda-nvcc") { return calls("compiler", "cuda") }
    if name.hasPrefix("rust_") { return calls("compiler", "rust") }
    if name.hasPrefix("go_") { return calls("compiler", "go") }
    if name.hasPrefix("sysroot_") { return calls("stdlib", "c") }
    return []
  }
}
