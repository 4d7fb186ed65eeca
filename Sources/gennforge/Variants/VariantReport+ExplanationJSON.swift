import Conda
import Diagnostics
import Smithy

// Why the builds are what they are, as JSON.
extension VariantReport {
  func json(_ platform: PlatformExplanation) -> JSONText {
    [
      "platform": .string(platform.platform.subdir),
      "keys": .array(platform.keys.map { json($0) }),
      "skipped": .array(platform.skips.map { json($0) }),
      "unused": .strings(platform.unused),
    ]
  }

  private func json(_ key: KeyExplanation) -> JSONText {
    [
      "key": .string(key.key), "tells_jobs_apart": .bool(key.tellsJobsApart),
      "values": .array(
        key.values.map { value, places in
          ["value": .string(value), "places": .array(places.map { json($0) })]
        }),
      "zip_keys": .strings(key.zippedWith), "zip_place": key.zipPlace.map { json($0) } ?? .null,
      "changes": .array(key.changes.map { json($0) }),
      "uses": .array(
        swiftPlaces(of: key.key).map { ["kind": "swift", "place": .string($0)] }
          + key.uses.map { use in
            [
              "kind": .string(use.kind), "place": use.place.map { json($0) } ?? .null,
              "text": .string(use.text),
            ]
          }),
    ]
  }

  private func json(_ change: KeyChange) -> JSONText {
    let step: String =
      switch change.step {
      case .file: "file"
      case .passedOver: "passed over"
      case .migration(let operation): "migration \(operation.rawValue)"
      }
    return [
      "step": .string(step), "place": json(change.place), "before": .strings(change.before),
      "after": .strings(change.after), "added": .strings(change.added),
      "removed": .strings(change.removed),
    ]
  }

  private func json(_ skip: SkipExplanation) -> JSONText {
    [
      "output": .optional(skip.output), "place": json(skip.place), "text": .string(skip.text),
      "variants": .array(skip.combinations.map { .texts($0) }),
    ]
  }

  func json(_ place: SourceLocation) -> JSONText { .string("\(input.shown(place))") }
}
