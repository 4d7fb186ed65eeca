/// A regular expression (`^1\.[23].*$`) as specs of versions and builds may hold one.
///
/// It is matched in time proportional to the text, whatever the expression: specs come from files
/// that others wrote. What only a backtracking matcher can do (look-around, back references) is an
/// error.
struct Pattern: Hashable, Sendable {
  /// How the expression was written, with its `^` and `$`.
  let text: String
  let ignoresCase: Bool
  /// Python's `match` begins at the start of the text, Rust's `is_match` anywhere.
  let beginsAnywhere: Bool
  let program: [Instruction]

  /// One step of the machine that runs the expression.
  enum Instruction: Hashable, Sendable {
    case byte(UInt8)
    case set(ByteSet)
    case start
    case end
    case jump(Int)
    case split(Int, Int)
    case accept
  }

  init(
    _ text: String, ignoresCase: Bool = false, beginsAnywhere: Bool = false
  ) throws(PatternError) {
    self.text = text
    self.ignoresCase = ignoresCase
    self.beginsAnywhere = beginsAnywhere
    var compiler = PatternCompiler(bytes: Array(text.utf8), ignoresCase: ignoresCase)
    program = try compiler.compile()
  }

  func matches(_ text: String) -> Bool {
    var threads = ThreadList(size: program.count)
    var next = ThreadList(size: program.count)
    let bytes = Array(text.utf8)
    for position in 0...bytes.count {
      if position == 0 || beginsAnywhere {
        if add(0, to: &threads, at: position, of: bytes.count) { return true }
      }
      guard position < bytes.count else { return false }
      if threads.list.isEmpty && !beginsAnywhere { return false }
      let byte = ignoresCase ? bytes[position].lowercased : bytes[position]
      next.removeAll()
      for thread in threads.list {
        let advances: Bool
        switch program[thread] {
        case .byte(let wanted): advances = wanted == byte
        case .set(let set): advances = set.contains(byte)
        default: advances = false
        }
        if advances, add(thread + 1, to: &next, at: position + 1, of: bytes.count) { return true }
      }
      swap(&threads, &next)
    }
    return false
  }

  /// Follows jumps and anchors; true when the expression is satisfied.
  private func add(_ first: Int, to threads: inout ThreadList, at position: Int, of end: Int)
    -> Bool
  {
    var pending = [first]
    while let index = pending.popLast() {
      guard threads.insert(index) else { continue }
      switch program[index] {
      case .accept: return true
      case .jump(let target): pending.append(target)
      case .split(let a, let b): pending += [b, a]
      case .start: if position == 0 { pending.append(index + 1) }
      case .end: if position == end { pending.append(index + 1) }
      case .byte, .set: threads.list.append(index)
      }
    }
    return false
  }
}

/// The places in the program at which the machine stands at once.
private struct ThreadList {
  var list: [Int] = []
  private var seen: [Bool]

  init(size: Int) { seen = Array(repeating: false, count: size) }

  mutating func insert(_ index: Int) -> Bool {
    defer { seen[index] = true }
    return !seen[index]
  }

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    for index in seen.indices { seen[index] = false }
  }
}
