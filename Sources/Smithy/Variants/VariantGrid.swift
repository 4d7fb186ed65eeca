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
  /// The first row of every axis.
  private(set) var first: [String: String] = [:]
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
    for index in axes.indices { takeFirstRow(of: index) }
  }

  private mutating func takeFirstRow(of index: Int) {
    guard let row = axes[index].rows.first else { return }
    for (key, value) in zip(axes[index].keys, row) { first[key] = value }
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

  /// Which row of which axis; of axes that are not there the first one.
  typealias Choice = [Int: Int]

  /// All rows of the axes of some keys, multiplied; the first row of the others. Nil if too many.
  func choices(over used: Set<String>, limit: Int) -> [Choice]? {
    var choices: [Choice] = [[:]]
    for index in Set(used.compactMap { axisOfKey[$0] }).sorted() where axes[index].rows.count > 1 {
      guard choices.count * axes[index].rows.count <= limit else { return nil }
      choices = choices.flatMap { choice in
        axes[index].rows.indices.map { row in
          var choice = choice
          choice[index] = row == 0 ? nil : row
          return choice
        }
      }
    }
    return choices
  }

  func variant(of choice: Choice) -> [String: String] {
    var variant = first
    for (index, row) in choice {
      for (key, value) in zip(axes[index].keys, axes[index].rows[row]) { variant[key] = value }
    }
    return variant
  }

  /// Only rows with a value of a key.
  mutating func keep(_ key: String, where isKept: (String) -> Bool) {
    guard let index = axisOfKey[key], let column = axes[index].keys.firstIndex(of: key) else {
      return
    }
    let kept = axes[index].rows.filter { isKept($0[column]) }
    if !kept.isEmpty { axes[index].rows = kept }
    takeFirstRow(of: index)
  }

  func values(of key: String) -> [String] {
    guard let index = axisOfKey[key] else { return [] }
    return axes[index].rows(of: [key]).map { $0[0] }
  }

  /// Whether an axis has the value, or nobody varies the key.
  func allows(_ value: String, of key: String) -> Bool {
    guard let index = axisOfKey[key], let column = axes[index].keys.firstIndex(of: key) else {
      return true
    }
    return axes[index].rows.contains { $0[column] == value }
  }

  /// The rows that agree with given values, for each axis that the values speak of.
  func rows(agreeingWith values: [String: String]) -> [Int: Set<Int>] {
    var result: [Int: Set<Int>] = [:]
    for index in Set(values.keys.compactMap { axisOfKey[$0] }) {
      let axis = axes[index]
      let columns = axis.keys.indices.compactMap { column in
        values[axis.keys[column]].map { (column, $0) }
      }
      let rows = axis.rows.indices.filter { row in
        columns.allSatisfy { axis.rows[row][$0.0] == $0.1 }
      }
      if !rows.isEmpty { result[index] = Set(rows) }
    }
    return result
  }
}
