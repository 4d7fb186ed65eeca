extension V1 {
  /// `value[start:stop:step]` and `value[index]`.
  enum Slicing {
    static func slice(
      _ value: Value, start: Value, stop: Value, step: Value
    ) throws(ExpressionError) -> Value {
      let bounds = (try bound(start), try bound(stop), try bound(step) ?? 1)
      guard bounds.2 != 0 else { throw .operation("a slice can't have a step of 0") }
      switch value {
      case .string(let text):
        let characters = Array(text.unicodeScalars)
        let indices = indices(of: characters.count, bounds)
        return .string(String(String.UnicodeScalarView(indices.map { characters[$0] })))
      case .list(let items), .iterable(let items):
        return .iterable(indices(of: items.count, bounds).map { items[$0] })
      case .none, .absent: return .list([])
      case .undefined: throw .undefined
      case .boolean, .integer, .number, .mapping, .function, .host, .object:
        throw .operation("a value of kind \(value.kind.name) can't be sliced")
      }
    }

    /// Nil when there is no such item.
    static func item(of value: Value, at key: Value) -> Value? {
      switch value {
      case .mapping, .object: return value[key: key]
      case .list(let items), .iterable(let items):
        return index(key, count: items.count).map { items[$0] }
      case .string(let text):
        let scalars = Array(text.unicodeScalars)
        return index(key, count: scalars.count).map { .string(String(scalars[$0])) }
      default: return nil
      }
    }

    private static func index(_ key: Value, count: Int) -> Int? {
      guard let number = try? bound(key) else { return nil }
      let index = number < 0 ? count + number : number
      return index >= 0 && index < count ? index : nil
    }

    private static func bound(_ value: Value) throws(ExpressionError) -> Int? {
      switch value {
      case .none: return nil
      case .integer(let number): return max(-limit, min(limit, number))
      case .boolean(let flag): return flag ? 1 : 0
      case .number(let number):
        guard let whole = number.whole else { break }
        return max(-limit, min(limit, whole))
      default: break
      }
      throw .operation("a slice needs whole numbers, not a value of kind \(value.kind.name)")
    }

    private static let limit = Int.max / 4

    private static func indices(of count: Int, _ bounds: (Int?, Int?, Int)) -> [Int] {
      let (start, stop, step) = bounds
      return step > 0
        ? forwards(count, start ?? 0, stop, step) : backwards(count, start, stop, step.magnitude)
    }

    private static func forwards(_ count: Int, _ start: Int, _ stop: Int?, _ step: Int) -> [Int] {
      let first = start < 0 ? max(0, count + start) : start
      let last = stop.map { $0 < 0 ? max(0, count + $0) : $0 } ?? count
      return first < min(last, count)
        ? Array(stride(from: first, to: min(last, count), by: step))
        : []
    }

    /// A stop of 0 counts as no stop here: the first item is included.
    private static func backwards(
      _ count: Int, _ start: Int?, _ stop: Int?, _ step: UInt
    ) -> [Int] {
      guard count > 0, let step = Int(exactly: step) else { return [] }
      let first = start.map { $0 < 0 ? max(0, count + $0) : min($0, count - 1) } ?? count - 1
      let last = stop.map { $0 < 0 ? max(0, count + $0) : $0 } ?? 0
      guard first >= last else { return [] }
      let length = last == 0 ? (first + step) / step : (first - last + step - 1) / step
      return Array(stride(from: first, through: last, by: -step).prefix(length))
    }
  }
}
