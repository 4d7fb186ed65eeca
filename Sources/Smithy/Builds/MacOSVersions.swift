import Conda
import Diagnostics

/// The one version of macOS that three keys speak of: conda-smithy sets all to the highest.
struct MacOSVersions {
  static let keys = ["c_stdlib_version", "MACOSX_DEPLOYMENT_TARGET", "MACOSX_SDK_VERSION"]

  /// Rows of axes with the versions made one.
  static func merged(
    _ axes: [VariantGrid.Axis], place: SourceLocation?
  ) throws(Diagnostic) -> [VariantGrid.Axis] {
    let platforms = axes.first { $0.keys.contains("target_platform") }?.rows(of: ["target_platform"]
    )
    guard platforms?.first?.first?.hasPrefix("osx") ?? false,
      axes.contains(where: { $0.keys.contains("c_stdlib_version") })
    else { return axes }
    var result = axes.filter { axis in !keys.contains { axis.keys.contains($0) } }
    let involved = axes.filter { axis in keys.contains { axis.keys.contains($0) } }
    // All rows of the involved axes with each other: one axis for each comes out again.
    var combinations: [[[String]]] = [[]]
    for axis in involved {
      combinations = combinations.flatMap { rows in axis.rows.map { rows + [$0] } }
    }
    var made = involved.map { VariantGrid.Axis(keys: $0.keys, rows: []) }
    let missing = keys.filter { key in !involved.contains { $0.keys.contains(key) } }
    made += missing.map { VariantGrid.Axis(keys: [$0], rows: []) }
    for rows in combinations {
      var values: [String: String] = [:]
      for (axis, row) in zip(involved, rows) {
        for (key, value) in zip(axis.keys, row) { values[key] = value }
      }
      let versions = try merged(values, place)
      for index in made.indices {
        let row = made[index].keys.map { versions[$0] ?? values[$0] ?? "" }
        if !made[index].rows.contains(row) { made[index].rows.append(row) }
      }
    }
    result += made
    return result
  }

  private static func merged(
    _ values: [String: String], _ place: SourceLocation?
  ) throws(Diagnostic) -> [String: String] {
    guard var library = values[keys[0]] else { return [:] }
    let target = values[keys[1]] ?? library
    var kit = values[keys[2]] ?? library
    let libraryVersion = try version(library, place)
    let targetVersion = try version(target, place)
    let kitVersion = try version(kit, place)
    if library != target, libraryVersion < targetVersion { library = target }
    if kitVersion < libraryVersion || kitVersion < targetVersion {
      kit = try kitVersion < version(library, place) ? library : kit
    }
    return [keys[0]: library, keys[1]: library, keys[2]: kit]
  }

  private static func version(_ text: String, _ place: SourceLocation?) throws(Diagnostic)
    -> Version
  {
    guard let version = try? Version(text) else {
      throw .macOSVersionNotSingle(text, at: place)
    }
    return version
  }
}
