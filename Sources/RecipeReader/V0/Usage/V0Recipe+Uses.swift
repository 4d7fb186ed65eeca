package import Conda
import Diagnostics
import YAML

extension V0Recipe {
  /// The lines by which conda-build finds that each of some keys is used in a variant.
  ///
  /// - Parameter folder: where the scripts lie, for their places.
  package func uses(
    of keys: some Sequence<String>, in variant: V0Variant, platform: Platform,
    environment: [String: String], folder: String
  ) -> [String: [V0KeyUse]] {
    let lines = PythonLines.split(source.bytes)
    let selected = selectedText(variant, platform, environment)
    let selectedLines = PythonLines.split(selected.bytes)
    let scripts = companions.filter { V0ScriptUsage.isScript($0.key) }.sorted { $0.key < $1.key }
    var uses: [String: [V0KeyUse]] = [:]
    for key in keys {
      var found = V0UsageSearch.uses(of: key, in: lines, selectorsOnly: true).map {
        use($0.kind, at: $0.offset)
      }
      found += V0UsageSearch.uses(of: key, in: selectedLines, selectorsOnly: false).map {
        use($0.kind, at: selected.source(of: $0.offset))
      }
      found.sort { $0.place < $1.place }
      for (name, script) in scripts {
        found += V0ScriptUsage.uses(of: key, in: script, file: "\(folder)/\(name)")
      }
      uses[key] = found
    }
    return uses
  }

  /// All of the text where its selectors can't be evaluated.
  private func selectedText(
    _ variant: V0Variant, _ platform: Platform, _ environment: [String: String]
  ) -> MappedText {
    let variant = variant.completed(for: platform)
    if let names = try? SelectorNames(
      variant: variant, platform: platform, buildPlatform: platform, environment: environment),
      let text = try? selectors.selected(for: names, PythonRuntime())
    {
      return text
    }
    var whole = MappedText()
    whole.append(source.bytes[...], from: 0)
    return whole
  }

  private func use(_ kind: V0KeyUse.Kind, at offset: Int) -> V0KeyUse {
    let mark = source.mark(of: offset)
    let line = source.bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = source.bytes[offset...].firstIndex(of: 0x0A) ?? source.bytes.count
    let text = String(decoding: source.bytes[line..<end], as: UTF8.self)
    return V0KeyUse(
      kind: kind, place: SourceLocation(mark, in: file),
      text: PythonText.stripped(text, of: nil, left: true, right: true))
  }

  /// The text of a line, without the white space around it.
  package func line(_ number: Int) -> String {
    let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return "" }
    let text = String(decoding: lines[number - 1], as: UTF8.self)
    return PythonText.stripped(text, of: nil, left: true, right: true)
  }
}

extension V0ScriptUsage {
  static func uses(of key: String, in script: String, file: String) -> [V0KeyUse] {
    guard PythonText.find(Array(key.utf8), in: Array(script.utf8)) != nil else { return [] }
    let lines = script.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line -> V0KeyUse? in
      let line = String(Substring(line))
      guard shell(line, [key]).contains(key) || batch(line, [key]).contains(key) else {
        return nil
      }
      return V0KeyUse(
        kind: .script, place: SourceLocation(file: file, line: index + 1),
        text: PythonText.stripped(line, of: nil, left: true, right: true))
    }
  }
}
