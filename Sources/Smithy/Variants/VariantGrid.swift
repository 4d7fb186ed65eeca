/// The variants of a spec as independent axes, never multiplied out.
struct VariantGrid: Sendable {
  /// Keys whose values go together, row by row; most axes have one key.
  struct Axis: Sendable {
    var keys: [String]
    var rows: [[String]]

    /// Without repetitions, only some of the keys.
    func rows(of wanted: [String]) -> [[String]] {
      let columns = wanted.compactMap { keys.firstIndex(of: $0) }
      var seen: Set<[String]> = []
      return rows.map { row in columns.map { row[$0] } }.filter { seen.insert($0).inserted }
    }
  }

  var axes: [Axis] = []
  private var axisOfKey: [String: Int] = [:]

  init(_ spec: VariantSpec) {
    for group in spec.zipGroups {
      let columns = group.map { spec.values[$0] ?? [] }
      let count = columns.map(\.count).min() ?? 0
      add(Axis(keys: group, rows: (0..<count).map { row in columns.map { $0[row] } }))
    }
    for (key, values) in spec.values.sorted(by: { $0.key < $1.key }) where axisOfKey[key] == nil {
      add(Axis(keys: [key], rows: values.map { [$0] }))
    }
  }

  private mutating func add(_ axis: Axis) {
    for key in axis.keys { axisOfKey[key] = axes.count }
    axes.append(axis)
  }

  func axis(of key: String) -> Int? { axisOfKey[key] }

  var keys: Dictionary<String, Int>.Keys { axisOfKey.keys }

  /// Whether the key has different values at all.
  func varies(_ key: String) -> Bool {
    guard let index = axisOfKey[key], let column = axes[index].keys.firstIndex(of: key) else {
      return false
    }
    let rows = axes[index].rows
    return rows.contains { $0[column] != rows[0][column] }
  }

  /// The first row of every axis.
  var first: [String: String] {
    var values: [String: String] = [:]
    for axis in axes {
      guard let row = axis.rows.first else { continue }
      for (key, value) in zip(axis.keys, row) { values[key] = value }
    }
    return values
  }

  /// All rows of the axes of some keys, multiplied; the first row of the others. Nil if too many.
  func variants(over used: Set<String>, limit: Int) -> [[String: String]]? {
    var variants = [first]
    for axis in axes where axis.rows.count > 1 && axis.keys.contains(where: used.contains) {
      guard variants.count * axis.rows.count <= limit else { return nil }
      variants = variants.flatMap { variant in
        axis.rows.map { row in
          var variant = variant
          for (key, value) in zip(axis.keys, row) { variant[key] = value }
          return variant
        }
      }
    }
    return variants
  }

  /// Only rows with a value of a key.
  mutating func keep(_ key: String, where isKept: (String) -> Bool) {
    guard let index = axisOfKey[key], let column = axes[index].keys.firstIndex(of: key) else {
      return
    }
    let kept = axes[index].rows.filter { isKept($0[column]) }
    if !kept.isEmpty { axes[index].rows = kept }
  }

  func values(of key: String) -> [String] {
    guard let index = axisOfKey[key] else { return [] }
    return axes[index].rows(of: [key]).map { $0[0] }
  }

  /// The rows that agree with given values, for each axis that the values speak of.
  func rows(agreeingWith values: [String: String]) -> [Int: Set<[String]>] {
    var result: [Int: Set<[String]>] = [:]
    for index in Set(values.keys.compactMap { axisOfKey[$0] }) {
      let axis = axes[index]
      let columns = axis.keys.indices.compactMap { column in
        values[axis.keys[column]].map { (column, $0) }
      }
      let rows = axis.rows.filter { row in columns.allSatisfy { row[$0.0] == $0.1 } }
      if !rows.isEmpty { result[index] = Set(rows) }
    }
    return result
  }
}
