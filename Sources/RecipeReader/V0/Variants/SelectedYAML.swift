package import Conda
package import Diagnostics
package import YAML

/// YAML whose lines carry selectors, such as `conda_build_config.yaml` or a migration: cut into lines
/// once for all platforms.
package struct SelectableYAML: Sendable {
  let file: String
  let source: V0Source
  let selectors: SelectorText

  package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    if let problem = V0Recipe.problem(with: bytes, file: file) { throw problem }
    self.file = file
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    source = V0Source(hasMark ? Array(bytes.dropFirst(3)) : bytes)
    selectors = SelectorText(source.bytes)
  }
}

/// ``SelectableYAML`` as it reads on one platform. All scalars are text.
package struct SelectedYAML: Sendable {
  /// An empty scalar where the file says nothing.
  package let root: YAMLNode
  private let places: V0Places

  /// - Parameter environment: what selectors find in `os.environ`.
  package init(
    _ text: SelectableYAML, platform: Platform, buildPlatform: Platform? = nil,
    environment: [String: String] = [:]
  ) throws(Diagnostic) {
    let (file, source) = (text.file, text.source)
    let start = SourceLocation(file: file, line: 1)
    let selected: MappedText
    do {
      let names = try SelectorNames(
        variant: V0Variant().completed(for: platform), platform: platform,
        buildPlatform: buildPlatform, environment: environment)
      selected = try text.selectors.selected(for: names, PythonRuntime())
    } catch let failure as SelectorFailure {
      throw .invalidSelector(
        failure.selector, failure.reason,
        at: SourceLocation(source.mark(of: failure.offset), in: file))
    } catch {
      throw .invalidVariant("\(error)", at: start)
    }
    let places = V0Places(file: file, steps: [selected], source: source)
    self.places = places
    do throws(Diagnostic) {
      root = try YAMLReader(file: file, options: .base).document(bytes: selected.bytes)
    } catch {
      throw error.moved { places.location($0) }
    }
  }

  /// From the place of a node to the place in the file.
  package func location(_ place: SourceLocation) -> SourceLocation { places.location(place) }
}
