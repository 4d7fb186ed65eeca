package import Conda
package import Diagnostics
import YAML

extension V0VariantFile {
  /// Reads the lines whose selectors are true on a platform.
  ///
  /// - Parameters:
  ///   - environment: what selectors find in `os.environ`.
  ///   - marksValues: whether to keep the place of each value, too.
  package init(
    _ bytes: [UInt8], file: String, platform: Platform, buildPlatform: Platform? = nil,
    environment: [String: String] = [:], marksValues: Bool = false
  ) throws(Diagnostic) {
    try self.init(
      SelectableYAML(bytes, file: file), platform: platform, buildPlatform: buildPlatform,
      environment: environment, marksValues: marksValues)
  }

  package init(
    _ text: SelectableYAML, platform: Platform, buildPlatform: Platform? = nil,
    environment: [String: String] = [:], marksValues: Bool = false
  ) throws(Diagnostic) {
    self.init(file: text.file)
    let places = try SelectedYAML(
      text, platform: platform, buildPlatform: buildPlatform, environment: environment)
    let root = places.root
    if case .scalar(let scalar) = root.content, scalar.text.isEmpty { return }
    guard let mapping = root.mapping else {
      throw .variantFileNotMapping(at: places.location(root.location))
    }
    for pair in mapping.pairs { try read(pair, places, marksValues) }
    try check()
  }

  private mutating func read(
    _ pair: YAMLMapping.Pair, _ places: SelectedYAML, _ marksValues: Bool
  ) throws(Diagnostic) {
    let place = places.location(SourceLocation(pair.keySpan.start, in: file))
    switch pair.name {
    case "zip_keys": zip(try groups(pair.value, places), at: place)
    case "extend_keys": extend(try texts(pair.value, of: pair.name, places).map(\.text))
    default:
      if let mapping = pair.value.mapping {
        // Pins by package are all that is written so.
        guard mapping.pairs.allSatisfy({ $0.value.mapping != nil }) else {
          throw .variantValueNotScalar(pair.name, at: places.location(pair.value.location))
        }
        add(Entry(key: pair.name, setting: .mapping(Self.pins(mapping)), place: place))
        return
      }
      let values = try texts(pair.value, of: pair.name, places)
      if pair.value.sequence?.items.isEmpty ?? false { emptyKeys.append((pair.name, place)) }
      // A key whose values all belong to other platforms says nothing.
      if !values.isEmpty {
        add(
          Entry(
            key: pair.name, setting: .values(values.map(\.text)), place: place,
            valuePlaces: marksValues ? values.map { places.location($0.place) } : []))
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
    -> [(text: String, place: SourceLocation)]
  {
    if let scalar = node.scalar {
      return scalar.text.isEmpty ? [] : [(scalar.text, node.location)]
    }
    var texts: [(text: String, place: SourceLocation)] = []
    for item in node.sequence?.items ?? [] {
      guard let scalar = item.scalar else {
        throw .variantValueNotScalar(key, at: places.location(item.location))
      }
      texts.append((scalar.text, item.location))
    }
    return texts
  }

  /// Groups, or the keys of the only group.
  private func groups(_ node: YAMLNode, _ places: SelectedYAML) throws(Diagnostic)
    -> [(keys: [String], place: SourceLocation)]
  {
    let items = node.sequence?.items ?? []
    let isFlat = !items.isEmpty && items.allSatisfy { $0.scalar != nil }
    var groups: [(keys: [String], place: SourceLocation)] = []
    for item in isFlat ? [node] : items {
      let group = try texts(item, of: "zip_keys", places).map(\.text)
      if group.allSatisfy(\.isEmpty) && (isFlat || group.isEmpty) { continue }
      groups.append((group, places.location(item.location)))
    }
    return groups
  }
}
