/// The part of Python's regular expressions that recipes use to find a version in a file.
///
/// It backtracks as Python does, and pays for each step, so that no pattern runs for ever.
struct PythonPattern {
  enum Instruction {
    case scalar(Unicode.Scalar)
    case any
    case set([ClosedRange<UInt32>], isNegated: Bool)
    case split(first: Int, second: Int)
    case jump(Int)
    case save(Int)
    case lineStart
    case lineEnd
    case wordEdge(Bool)
    case match
  }

  private let program: [Instruction]
  private let groupCount: Int

  init(_ text: String) throws(PythonError) {
    var compiler = PythonPatternCompiler(text)
    program = try compiler.compile()
    groupCount = compiler.groupCount
  }

  /// The groups of the first match, the whole first.
  func search(_ text: String, _ runtime: PythonRuntime) throws(PythonError) -> [String?]? {
    let scalars = Array(text.unicodeScalars)
    for start in 0...scalars.count {
      guard let slots = try match(scalars, at: start, runtime) else { continue }
      return (0...groupCount).map { group in
        let (from, to) = (slots[group * 2], slots[group * 2 + 1])
        guard from >= 0, to >= from else { return nil }
        return String(String.UnicodeScalarView(scalars[from..<to]))
      }
    }
    return nil
  }

  private struct Choice {
    var instruction: Int
    var position: Int
    var slots: [Int]
  }

  private func match(_ text: [Unicode.Scalar], at start: Int, _ runtime: PythonRuntime)
    throws(PythonError) -> [Int]?
  {
    var slots = Array(repeating: -1, count: (groupCount + 1) * 2)
    slots[0] = start
    var choices = [Choice(instruction: 0, position: start, slots: slots)]
    while var choice = choices.popLast() {
      thread: while true {
        try runtime.spend()
        let position = choice.position
        switch program[choice.instruction] {
        case .match:
          choice.slots[1] = position
          return choice.slots
        case .jump(let target):
          choice.instruction = target
          continue thread
        case .split(let first, let second):
          if choices.count > 100_000 {
            throw PythonError(.limit, "the regular expression takes too long")
          }
          choices.append(
            Choice(instruction: second, position: position, slots: choice.slots))
          choice.instruction = first
          continue thread
        case .save(let slot): choice.slots[slot] = position
        case .lineStart: if position != 0 { break thread }
        case .lineEnd:
          let isLast = position == text.count - 1 && text[position] == "\n"
          if position != text.count, !isLast { break thread }
        case .wordEdge(let isWanted):
          let before = position > 0 && V0Specs.isWord(text[position - 1])
          let after = position < text.count && V0Specs.isWord(text[position])
          if (before != after) != isWanted { break thread }
        case .scalar(let wanted):
          guard position < text.count, text[position] == wanted else { break thread }
          choice.position += 1
        case .any:
          guard position < text.count, text[position] != "\n" else { break thread }
          choice.position += 1
        case .set(let ranges, let isNegated):
          guard position < text.count else { break thread }
          let value = text[position].value
          if ranges.contains(where: { $0.contains(value) }) == isNegated { break thread }
          choice.position += 1
        }
        choice.instruction += 1
      }
    }
    return nil
  }
}
