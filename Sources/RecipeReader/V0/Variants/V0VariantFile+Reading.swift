package import Conda
package import Diagnostics
import YAML

extension V0VariantFile {
  /// Reads the lines whose selectors are true on a platform.
  ///
  /// - Parameter environment: what selectors find in `os.environ`.
  package init(
    _ bytes: [UInt8], file: String, platform: Platform, buildPlatform: Platform? = nil,
    environment: [String: String] = [:]
  ) throws(Diagnostic) {
    self.init(file: file)
    let places = try SelectedYAML(
      bytes, file: file, platform: platform, buildPlatform: buildPlatform, environment: environment)
    let root = places.root
    if case .scalar(let scalar) = root.content, scalar.text.isEmpty { return }
    guard let mapping = root.mapping else {
      throw .variantFileNotMapping(at: places.location(root.location))
    }
    for pair in mapping.pairs { try read(pair, places) }
    try check()
  }

  private mutating func read(_ pair: YAMLMapping.Pair, _ places: SelectedYAML) throws(Diagnostic) {
    let place = places.location(SourceLocation(pair.keySpan.start, in: file))
    switch pair.name {
    case "zip_keys": zip(try groups(pair.value, places), at: place)
    case "extend_keys": extend(try texts(pair.value, of: pair.name, places))
    default:
      if let mapping = pair.value.mapping {
        add(Entry(key: pair.name, setting: .mapping(Self.pins(mapping)), place: place))
        return
      }
      let values = try texts(pair.value, of: pair.name, places)
      // A key whose values all belong to other platforms says nothing.
      if !values.isEmpty {
        add(Entry(key: pair.name, setting: .values(values), place: place))
      }
    }
  }

  private static func pins(_ mapping: YAMLMapping) -> [String: [String: String]] {
    var pins: [String: [String: String]] = [:]
    for pair in mapping.pairs {
      var fields: [String: String] = [:]
      for field in pair.value.mapping?.pairs ?? [] { fields[field.name] = field.value.scalar?.text }
      pins[pair.name] = fields
    }
    return pins
  }

  /// A list, or one value in place of a list of one.
  private func texts(_ node: YAMLNode, of key: String, _ places: SelectedYAML) throws(Diagnostic)
    -> [String]
  {
    if let scalar = node.scalar { return scalar.text.isEmpty ? [] : [scalar.text] }
    var texts: [String] = []
    for item in node.sequence?.items ?? [] {
      guard let scalar = item.scalar else {
        throw .variantValueNotScalar(key, at: places.location(item.location))
      }
      texts.append(scalar.text)
    }
    return texts
  }

  /// Groups, or the keys of the only group.
  private func groups(_ node: YAMLNode, _ places: SelectedYAML) throws(Diagnostic) -> [[String]] {
    let items = node.sequence?.items ?? []
    if !items.isEmpty, items.allSatisfy({ $0.scalar != nil }) {
      let group = try texts(node, of: "zip_keys", places)
      return group.allSatisfy(\.isEmpty) ? [] : [group]
    }
    var groups: [[String]] = []
    for item in items {
      let group = try texts(item, of: "zip_keys", places)
      if !group.isEmpty { groups.append(group) }
    }
    return groups
  }
}
