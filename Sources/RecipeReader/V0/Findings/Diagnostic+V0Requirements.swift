import Diagnostics

/// What can be wrong with requirements and outputs.
extension Diagnostic {
  static func emptyRequirement(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a requirement is empty here",
      remedy: "remove the '-', or put the condition around the whole line")
  }

  static func requirementNotText(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a requirement is a text such as 'numpy >=2', and this is none",
      remedy: "write it in one line, in quotes if it could be read as something else")
  }

  static func invalidDependency(_ spec: String, _ reason: String, at place: SourceLocation) -> Self
  {
    Self(
      .error, at: place, "conda can't read the requirement '\(spec)': \(reason)",
      remedy: "write 'name', 'name 1.2.*' or 'name >=1.2,<2'")
  }

  static func spaceInConstraint(_ words: [String], at place: SourceLocation) -> Self {
    let better =
      words.count > 2 ? "\(words[0]) \(words[1])\(words[2])" : "\(words[0]) \(words[1])1.0"
    return Self(
      .error, at: place, "a space stands behind '\(words[1])' in '\(words.joined(separator: " "))'",
      remedy: "write '\(better)'")
  }

  static func dependsOnItself(_ name: String, at place: SourceLocation) -> Self {
    Self(.error, at: place, "'\(name)' depends on itself", remedy: "remove this requirement")
  }

  static func outputNotMapping(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "an output should hold keys and values",
      remedy: "begin it with '- name:'")
  }

  static func outputWithoutName(at place: SourceLocation) -> Self {
    Self(.error, at: place, "an output has no name", remedy: "begin it with '- name:'")
  }

  static func outputTextMissing(_ name: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place,
      "conda-build can't find the text of the output '\(name)': it needs one '- name:' line per output",
      remedy: "write each output out instead of making it with a loop or a condition")
  }

  static func circularOutputs(_ a: String, _ b: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the outputs '\(a)' and '\(b)' need each other",
      remedy: "remove one of the two requirements")
  }

  static func outputsInRing(_ names: [String], at place: SourceLocation) -> Self {
    let ring = (names + names.prefix(1)).map { "'\($0)'" }.joined(separator: " needs ")
    return Self(
      .warning, at: place, "outputs need each other in a ring: \(ring)",
      remedy: "remove one of the requirements")
  }
}
