extension V1 {
  /// Which rendering of an output goes with another output's variant.
  ///
  /// Values are compared once and numbered, for large recipes ask this a million times.
  struct OutputMatches {
    /// By output: its variant.
    private let variants: [Int]
    /// By variant: a number for the value of each key, 0 for none.
    private let numbers: [[Int]]
    /// By name: the last output of each variant.
    private let candidates: [String: [Int]]
    private let memory = Memory()

    /// Outputs of one variant get the same answers.
    private final class Memory {
      var answers: [Question: Int] = [:]
    }

    private struct Question: Hashable {
      var name: String
      var variant: Int
    }

    init(_ outputs: [RenderedOutput]) {
      var numbering = Numbering()
      let numbers = Self.filled(outputs.map { numbering.numbers(of: $0.combination) })
      var known: [[Int]: Int] = [:]
      var distinct: [[Int]] = []
      variants = numbers.map { row in
        if let variant = known[row] { return variant }
        known[row] = distinct.count
        distinct.append(row)
        return distinct.count - 1
      }
      self.numbers = distinct
      let variants = variants
      candidates = Dictionary(grouping: outputs.indices) { outputs[$0].name }
        .mapValues { indices in
          Dictionary(indices.map { (variants[$0], $0) }) { _, last in last }.values.sorted()
        }
    }

    /// Rows as long as the longest, since later rows may have more keys.
    private static func filled(_ rows: [[Int]]) -> [[Int]] {
      let width = rows.map(\.count).max() ?? 0
      return rows.map { $0 + Array(repeating: 0, count: width - $0.count) }
    }

    /// Of several renderings of an output, the last that shares most of the variant.
    func best(_ name: String, for output: Int) -> Int? {
      let candidates = candidates[name] ?? []
      guard candidates.count > 1 else { return candidates.first }
      let question = Question(name: name, variant: variants[output])
      if let known = memory.answers[question] { return known }
      let own = numbers[question.variant]
      var best: (index: Int, agreement: Int)?
      for index in candidates {
        let agreement = Self.agreement(own, numbers[variants[index]])
        if agreement >= best?.agreement ?? 0 { best = (index, agreement) }
      }
      memory.answers[question] = best?.index
      return best?.index
    }

    /// How many values of one variant another has, too.
    private static func agreement(_ own: [Int], _ other: [Int]) -> Int {
      var count = 0
      for column in own.indices where own[column] != 0 && own[column] == other[column] {
        count += 1
      }
      return count
    }
  }
}

extension V1.OutputMatches {
  /// Gives each key a column and each of its values a number.
  private struct Numbering {
    private var columns: [V1.VariantKey: Int] = [:]
    private var values: [[V1.Value]] = []

    mutating func numbers(of combination: V1.Combination) -> [Int] {
      var row = Array(repeating: 0, count: values.count)
      for (key, value) in combination.entries {
        let column = column(of: key)
        if column == row.count { row.append(0) }
        row[column] = number(of: value, in: column)
      }
      return row
    }

    private mutating func column(of key: V1.VariantKey) -> Int {
      if let column = columns[key] { return column }
      columns[key] = values.count
      values.append([])
      return values.count - 1
    }

    private mutating func number(of value: V1.Value, in column: Int) -> Int {
      if let index = values[column].firstIndex(where: { $0.equals(value) }) { return index + 1 }
      values[column].append(value)
      return values[column].count
    }
  }
}
