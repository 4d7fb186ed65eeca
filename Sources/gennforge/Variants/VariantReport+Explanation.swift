import Conda
import Diagnostics
import RecipeModel
import Smithy

// Why the builds are what they are, as text.
extension VariantReport {
  /// - Parameter key: explain only this one, used or not.
  func explanation(of key: String? = nil) -> String {
    rerendering.platforms.map { platform in
      var lines = ["\(platform.platform)"]
      for explained in platform.keys where key == nil || explained.key == key {
        lines += [""] + self.lines(of: explained)
      }
      if key == nil {
        lines += skipLines(of: platform)
        lines += unusedLines(of: platform)
      } else if let key, platform.unused.contains(key) {
        lines += ["", "  \(key)", "    unused: \(Self.unusedReason)"]
      } else if let key, !platform.keys.contains(where: { $0.key == key }) {
        lines += ["", "  \(key)", "    no file gives it a value on this platform"]
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static let unusedReason =
    "neither the recipe nor its selectors and scripts name it, so no build changes with it"

  private func lines(of key: KeyExplanation) -> [String] {
    var lines = ["  \(key.key)\(key.tellsJobsApart ? "  tells jobs apart" : "")"]
    let width = key.values.map(\.value.count).max() ?? 0
    for (value, places) in key.values {
      let padding = String(repeating: " ", count: width - value.count)
      let origin = places.isEmpty ? "no file says so" : places.map(text).joined(separator: ", ")
      lines.append("    \(value)\(padding)  \(origin)")
    }
    if !key.zippedWith.isEmpty {
      let place = key.zipPlace.map { " (\(text($0)))" } ?? ""
      lines.append("    goes with \(key.zippedWith.joined(separator: ", "))\(place)")
    }
    lines += key.changes.compactMap { change in
      self.text(change).map { "    \($0)" }
    }
    lines += useLines(of: key)
    return lines
  }

  /// Of the files only those that replaced something, or failed to.
  private func text(_ change: KeyChange) -> String? {
    let place = text(change.place)
    switch change.step {
    case .file:
      guard !change.before.isEmpty, change.before != change.after else { return nil }
      return "replaced at \(place): was \(change.before.joined(separator: ", "))"
    case .passedOver: return "passed over at \(place): its group has other rows"
    case .migration(let operation):
      var parts = change.added.isEmpty ? [] : ["added \(change.added.joined(separator: ", "))"]
      if !change.removed.isEmpty {
        parts.append("removed \(change.removed.joined(separator: ", "))")
      }
      if parts.isEmpty { parts = [change.before == change.after ? "kept as it was" : "reordered"] }
      return "migration \(place) (\(operation.rawValue)): \(parts.joined(separator: ", "))"
    }
  }

  private static let useLimit = 4

  private func useLines(of key: KeyExplanation) -> [String] {
    let swift = swiftPlaces(of: key.key)
    let uses = key.uses.map { use in
      use.place.map { "\(text($0))  \(Self.shortened(use.text))" } ?? use.text
    }
    var lines = (swift + uses).prefix(Self.useLimit).enumerated().map { index, line in
      (index == 0 ? "    used: " : "          ") + line
    }
    let more = swift.count + uses.count - lines.count
    if more > 0 { lines.append("          and \(Self.count(more, "more line")) (all with --json)") }
    return lines
  }

  private static func shortened(_ text: String) -> String {
    let line = String(text.prefix { $0 != "\n" })
    return line.count > 90 ? line.prefix(89) + "…" : line
  }

  /// The Swift lines that read a key, for recipes of ours.
  func swiftPlaces(of key: String) -> [String] {
    guard let model = input.model else { return [] }
    return model.places(of: VariantKey(key)).map { "\($0.file):\($0.line)" }
  }

  private func skipLines(of platform: PlatformExplanation) -> [String] {
    guard !platform.skips.isEmpty else { return [] }
    var lines = ["", "  not built"]
    for skip in platform.skips {
      lines.append("    \(text(skip.place))  \(Self.shortened(skip.text))")
      let name = skip.output.map { "\($0): " } ?? ""
      let rows = skip.combinations.map { values in
        values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      }
      if rows.isEmpty { lines.append("      \(name)on this platform, whatever the values") }
      for row in rows.prefix(12) { lines.append("      \(name)\(row)") }
      if rows.count > 12 {
        lines.append(
          "      and \(Self.count(rows.count - 12, "more combination")) (all with --json)")
      }
    }
    return lines
  }

  private func unusedLines(of platform: PlatformExplanation) -> [String] {
    let unused = platform.unused
    guard !unused.isEmpty else { return [] }
    let some = unused.prefix(3).joined(separator: ", ") + (unused.count > 3 ? ", …" : "")
    return [
      "",
      "  unused: \(Self.count(unused.count, "more key")) with values (\(some)): the recipe, its selectors",
      "          and scripts name none of them, so no build changes with them",
    ]
  }

  func text(_ place: SourceLocation) -> String { input.text(place) }
}
