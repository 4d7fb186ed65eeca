import Conda
import Diagnostics
import RecipeReader
import YAML

extension Migration {
  /// Reads the lines whose selectors are true on a platform.
  init(
    _ bytes: [UInt8], file: String, platform: Platform, environment: [String: String]
  ) throws(Diagnostic) {
    let yaml = try SelectedYAML(
      SelectableYAML(bytes, file: file), platform: platform, environment: environment)
    self.file = file
    place = SourceLocation(file: file, line: 1)
    timestamp = -1
    if let scalar = yaml.root.scalar, scalar.text.isEmpty { return }
    guard let mapping = yaml.root.mapping else {
      throw .migrationNotMapping(at: yaml.location(yaml.root.location))
    }
    for pair in mapping.pairs {
      let place = yaml.location(SourceLocation(pair.keySpan.start, in: file))
      places[pair.name] = place
      switch pair.name {
      case "__migrator": try readRules(pair.value, yaml)
      case "migrator_ts": timestamp = pair.value.scalar.flatMap { Double($0.text) } ?? -1
      case "zip_keys":
        zipGroups = Self.groups(pair.value)
        zipPlace = place
      case "pin_run_as_build": pins = Self.pins(pair.value)
      default:
        let texts = Self.texts(pair.value)
        if !texts.isEmpty {
          values[pair.name] = texts
          let items = pair.value.sequence?.items.filter { $0.scalar != nil } ?? [pair.value]
          valuePlaces[pair.name] = items.map { yaml.location($0.location) }
        }
      }
    }
  }

  private mutating func readRules(_ node: YAMLNode, _ yaml: SelectedYAML) throws(Diagnostic) {
    if let name = node["operation"]?.scalar?.text, !name.isEmpty {
      switch name {
      case "key_add": operation = .keyAdd
      case "key_remove": operation = .keyRemove
      default:
        let place = node["operation"]?.location ?? node.location
        throw .migrationOperationUnknown(name, at: yaml.location(place))
      }
    }
    primaryKeys = node["primary_key"].map(Self.texts) ?? []
    additionalZipKeys = node["additional_zip_keys"].map(Self.texts) ?? []
    zipPlace = node["additional_zip_keys"].map { yaml.location($0.location) }
    for pair in node["ordering"]?.mapping?.pairs ?? [] {
      ordering[pair.name] = Self.texts(pair.value)
    }
  }

  private static func texts(_ node: YAMLNode) -> [String] {
    if let scalar = node.scalar { return scalar.text.isEmpty ? [] : [scalar.text] }
    return (node.sequence?.items ?? []).compactMap { $0.scalar?.text }
  }

  private static func groups(_ node: YAMLNode) -> [[String]] {
    let items = node.sequence?.items ?? []
    if !items.isEmpty, items.allSatisfy({ $0.scalar != nil }) { return [texts(node)] }
    return items.map(texts).filter { !$0.isEmpty }
  }

  private static func pins(_ node: YAMLNode) -> [String: [String: String]] {
    var pins: [String: [String: String]] = [:]
    for pair in node.mapping?.pairs ?? [] {
      var fields: [String: String] = [:]
      for field in pair.value.mapping?.pairs ?? [] { fields[field.name] = field.value.scalar?.text }
      pins[pair.name] = fields
    }
    return pins
  }
}
