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
    if let problem = V0Recipe.problem(with: bytes, file: file) { throw problem }
    let start = SourceLocation(file: file, line: 1)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let source = V0Source(hasMark ? Array(bytes.dropFirst(3)) : bytes)
    let selected: MappedText
    do {
      let names = try SelectorNames(
        variant: V0Variant().completed(for: platform), platform: platform,
        buildPlatform: buildPlatform, environment: environment)
      selected = try SelectorText(source.bytes).selected(for: names, PythonRuntime())
    } catch let failure as SelectorFailure {
      throw .invalidSelector(
        failure.selector, failure.reason,
        at: SourceLocation(source.mark(of: failure.offset), in: file))
    } catch {
      throw .invalidVariant("\(error)", at: start)
    }
    let places = V0Places(file: file, steps: [selected], source: source)
    let root: YAMLNode
    do throws(Diagnostic) {
      root = try YAMLReader(file: file, options: .base).document(bytes: selected.bytes)
    } catch {
      throw error.moved { places.location($0) }
    }
    if case .scalar(let scalar) = root.content, scalar.text.isEmpty { return }
    guard let mapping = root.mapping else {
      throw .variantFileNotMapping(at: places.location(root.location))
    }
    for pair in mapping.pairs { try read(pair, places) }
    try check()
  }

  private mutating func read(_ pair: YAMLMapping.Pair, _ places: V0Places) throws(Diagnostic) {
    let place = places.location(SourceLocation(pair.keySpan.start, in: file))
    switch pair.name {
    case "zip_keys": zip(try groups(pair.value, places), at: place)
    case "extend_keys": extend(try texts(pair.value, of: pair.name, places))
    default:
      if pair.value.mapping != nil {
        add(Entry(key: pair.name, setting: .mapping, place: place))
        return
      }
      let values = try texts(pair.value, of: pair.name, places)
      // A key whose values all belong to other platforms says nothing.
      if !values.isEmpty {
        add(Entry(key: pair.name, setting: .values(values), place: place))
      }
    }
  }

  /// A list, or one value in place of a list of one.
  private func texts(_ node: YAMLNode, of key: String, _ places: V0Places) throws(Diagnostic)
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
  private func groups(_ node: YAMLNode, _ places: V0Places) throws(Diagnostic) -> [[String]] {
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
