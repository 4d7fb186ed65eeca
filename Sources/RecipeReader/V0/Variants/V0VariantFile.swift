package import Conda
package import Diagnostics
import YAML

/// Values for variant keys as conda-build reads them: `conda_build_config.yaml`, or a file of `.ci_support`.
///
///     let file = try V0VariantFile(bytes, file: "linux_64_.yaml", platform: .linux64)
///     file.configuration.first.values["python"]   // "3.12.* *_cpython"
package struct V0VariantFile: Sendable {
  package let configuration: V0VariantConfiguration

  /// Lines with selectors that don't hold on `platform` are left out.
  package init(
    _ bytes: [UInt8], file: String, platform: Platform, environment: [String: String] = [:]
  ) throws(Diagnostic) {
    if let problem = V0Recipe.problem(with: bytes, file: file) { throw problem }
    let source = V0Source(
      bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    let selected = try Self.selected(source, file, platform, environment)
    let places = V0Places(file: file, steps: [selected], source: source)
    do throws(Diagnostic) {
      let node = try YAMLReader(file: file, options: .base).document(bytes: selected.bytes)
      configuration = try Self.configuration(node)
    } catch {
      throw error.moved { places.location($0) }
    }
  }

  private static func selected(
    _ source: V0Source, _ file: String, _ platform: Platform, _ environment: [String: String]
  ) throws(Diagnostic) -> MappedText {
    let names: SelectorNames
    do throws(PythonError) {
      names = try SelectorNames(
        variant: V0Variant(["target_platform": platform.subdir]).completed(for: platform),
        platform: platform, environment: environment)
    } catch {
      throw .invalidVariant(error.message, at: SourceLocation(file: file, line: 1))
    }
    do throws(SelectorFailure) {
      return try SelectorText(source.bytes).selected(for: names, PythonRuntime())
    } catch {
      let place = SourceLocation(source.mark(of: error.offset), in: file)
      throw .invalidSelector(error.selector, error.reason, at: place)
    }
  }

  private static func configuration(_ node: YAMLNode) throws(Diagnostic) -> V0VariantConfiguration {
    var result = V0VariantConfiguration()
    if let scalar = node.scalar, scalar.text.isEmpty { return result }
    guard let mapping = node.mapping else { throw .variantFileNotMapping(at: node.location) }
    for pair in mapping.pairs {
      if pair.name == "zip_keys" {
        result.zipKeys = try zipKeys(pair.value)
      } else if let items = pair.value.sequence?.items {
        // Of mappings such as `pin_run_as_build` nothing is built.
        result[pair.name] = items.compactMap { $0.scalar?.text }
      } else if let text = pair.value.scalar?.text, !text.isEmpty {
        result[pair.name] = [text]
      }
    }
    for group in result.zipKeys {
      let counts = group.compactMap { result[$0]?.count }
      if let first = counts.first, counts.contains(where: { $0 != first }) {
        throw .unequalZippedKeys(
          group, at: mapping.pair("zip_keys")?.value.location ?? node.location)
      }
    }
    return result
  }

  /// Groups as lists, or as one text with commas.
  private static func zipKeys(_ node: YAMLNode) throws(Diagnostic) -> [[String]] {
    var groups: [[String]] = []
    for item in node.sequence?.items ?? [] {
      if let names = item.sequence?.items {
        groups.append(names.compactMap { $0.scalar?.text })
      } else if let text = item.scalar?.text {
        groups.append(
          text.split(separator: ",").map { String($0.filter { $0 != " " }) })
      }
    }
    return groups
  }
}

extension Diagnostic {
  static func variantFileNotMapping(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a variant file has keys with lists of values, and none is here",
      remedy: "write 'python:' and below it '- 3.12.* *_cpython'")
  }

  static func unequalZippedKeys(_ keys: [String], at place: SourceLocation) -> Self {
    Self(
      .error, at: place,
      "zip_keys ties \(keys.joined(separator: ", ")) together, but they have different numbers of values",
      remedy: "give each of them as many values as the others")
  }
}
