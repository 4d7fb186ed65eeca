import Diagnostics
import YAML

/// The files beside the recipe, as far as the caller has read them, for `load_file_data` and its kin.
///
/// Files of the package's source are not among them: what a recipe loads from there is unknown.
final class V0Companions {
  private let files: [String: String]
  private(set) var missing: [String] = []
  /// Files that the recipe wants from its own folder, where they are not.
  private(set) var absent: [String] = []

  init(_ files: [String: String]) { self.files = files }

  /// Notes that `what` can't be known here.
  func needs(_ what: String) {
    if !missing.contains(what) { missing.append(what) }
  }

  func template(_ name: String) throws(PythonError) -> JinjaTemplate? {
    guard let text = files[name] else { return nil }
    return try JinjaTemplate(Array(text.utf8))
  }

  private func file(_ name: String, isInRecipe: Bool) -> String? {
    var path = Substring(name)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if isInRecipe, let text = files[String(path)] { return text }
    if !isInRecipe {
      needs(name)
    } else if !absent.contains(name) {
      absent.append(name)
    }
    return nil
  }

  func loadRegex(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    // conda-build hands the first parameter over by name, so positional arguments collide with it.
    guard arguments.positional.isEmpty else {
      throw PythonError(
        .typeError, "load_file_regex() got multiple values for argument 'config'")
    }
    let values = try arguments.bound(
      to: [
        "load_file", "regex_pattern", "from_recipe_dir", "recipe_dir", "permit_undefined_jinja",
      ],
      required: 2, of: "load_file_regex")
    let name = try runtime.string(values[0], "load_file_regex")
    let pattern = try runtime.string(values[1], "load_file_regex")
    let isInRecipe = try values[2].map(runtime.isTruthy) ?? false
    guard let text = file(name, isInRecipe: isInRecipe) else { return .none }
    let groups = try PythonPattern(pattern).search(text, runtime)
    return groups.map { .object(V0Match($0)) } ?? .none
  }

  func loadData(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(
      to: ["filename", "fmt", "from_recipe_dir", "config", "recipe_dir", "permit_undefined_jinja"],
      required: 1, of: "load_file_data")
    let name = try runtime.string(values[0], "load_file_data")
    let isInRecipe = try values[2].map(runtime.isTruthy) ?? false
    guard let text = file(name, isInRecipe: isInRecipe) else { return .dict(PythonDict()) }
    let suffix = name.split(separator: ".").last.map(String.init) ?? ""
    return try data(text, values[1]?.asString ?? suffix, runtime)
  }

  func loadText(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    let values = try arguments.bound(to: ["string", "fmt"], required: 2, of: "load_str_data")
    return try data(
      try runtime.string(values[0], "load_str_data"),
      try runtime.string(values[1], "load_str_data"), runtime)
  }

  private func data(_ text: String, _ format: String, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    try runtime.allocate(text.utf8.count << 4)
    switch format.lowercased() {
    case "json":
      return try parsed { () throws(Diagnostic) in try JSONReader(file: "").document(text) }
    case "yaml", "yml":
      return try parsed { () throws(Diagnostic) in
        try YAMLReader(file: "", options: .pyyaml).document(text)
      }
    case "toml": return try TOMLReader.value(of: text)
    default:
      throw PythonError(
        .valueError, "Unknown file format: \(format). Allowed formats: json, yaml, yml, toml")
    }
  }

  private func parsed(_ read: () throws(Diagnostic) -> YAMLNode) throws(PythonError)
    -> PythonValue
  {
    do throws(Diagnostic) {
      return V0Data.value(of: try read())
    } catch {
      throw PythonError(.valueError, error.message)
    }
  }
}
