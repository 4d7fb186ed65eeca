import Fuzzing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `fuzz [--seed N] [--percent N] [--milliseconds N] [PARSER…]`: eleven million broken texts, so many for
/// each parser as it is worth.
///
/// Ends with status 1 at the first text that takes a second (or as long as is said) or gives a finding
/// without a place. A text that crashes or hangs a parser lies in the file named at the start, behind
/// eight bytes of length.
@main
struct Fuzz {
  private var seed: UInt64 = 1
  private var percent = 100
  private var limit = 1000
  private var targets: [FuzzTarget] = []
  private let current: CurrentText

  static func main() throws {
    var fuzz = try Fuzz()
    try fuzz.read(CommandLine.arguments.dropFirst())
    try fuzz.run()
  }

  private struct Usage: Error { let description: String }

  private init() throws {
    guard let current = CurrentText(path: "fuzz-current-\(getpid())") else {
      throw Usage(description: "can't write here")
    }
    self.current = current
  }

  private mutating func read(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--seed", let number = rest.popFirst().flatMap({ UInt64($0) }) {
        seed = number
      } else if argument == "--percent", let number = rest.popFirst().flatMap({ Int($0) }) {
        percent = number
      } else if argument == "--milliseconds", let number = rest.popFirst().flatMap({ Int($0) }) {
        limit = number
      } else if let target = FuzzTarget(rawValue: argument) {
        targets.append(target)
      } else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
        throw Usage(description: "'\(argument)' is not understood; parsers: \(names)")
      }
    }
    if targets.isEmpty { targets = FuzzTarget.allCases }
  }

  private func run() throws {
    print("seed \(seed); the current text is in \(current.path)")
    var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
    #if canImport(Glibc)
      _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      _ = setrlimit(RLIMIT_AS, &limit)
    #endif
    var total = 0
    for target in targets {
      let count = target.worth * max(percent, 1) / 100
      try run(target, count)
      total += count
    }
    current.remove()
    print("\(total) executions, no crash, no hang")
  }

  private func run(_ target: FuzzTarget, _ count: Int) throws {
    var mutation = Mutation(of: target, seed: seed)
    let clock = ContinuousClock()
    let start = clock.now
    var slowest = 0
    for number in 0..<count {
      let text = mutation.text(UInt64(number))
      current.hold(text)
      CPUTime.limit(toSeconds: 20)
      var time = try milliseconds(of: target, text, number)
      // What a crowded machine counts as ours is ours only if it is so again.
      if time > limit { time = try min(time, milliseconds(of: target, text, number)) }
      if time > limit { time = try min(time, milliseconds(of: target, text, number)) }
      if time > limit { fail("\(target.rawValue) \(number) takes \(time) ms", text) }
      slowest = max(slowest, time)
    }
    print("\(target.rawValue): \(count) in \(clock.now - start), slowest \(slowest) ms")
    fflush(nil)
  }

  private func milliseconds(of target: FuzzTarget, _ text: [UInt8], _ number: Int) throws -> Int {
    let begin = CPUTime.microseconds
    do throws(FuzzTarget.Defect) {
      try target.run(text)
    } catch {
      fail("\(target.rawValue) \(number): \(error.description)", text)
    }
    return (CPUTime.microseconds - begin) / 1000
  }

  private func fail(_ message: String, _ text: [UInt8]) -> Never {
    print("\(message)\n\(String(decoding: text, as: UTF8.self))")
    exit(1)
  }
}

extension FuzzTarget {
  /// So many that each parser gets its share of the time: eleven million in all.
  fileprivate var worth: Int {
    switch self {
    case .version, .versionSpec, .matchSpec, .selector, .jinja: 1_600_000
    case .yaml, .expressionV1, .variantsV0: 800_000
    case .recipeV0, .recipeV1: 400_000
    }
  }
}
