import Conda
import RecipeModel

/// Conditions of every shape, and what they mean, told independently of the printers.
enum ConditionTable {
  static let leaves: [Condition] =
    [
      .platform(.linux), .platform(.osx), .platform(.win), .platform(.unix), .platform(.linux64),
      .platform(.win64), .platform(.aarch64), .platform(.arm64), .platform(.x86_64), .crossBuild,
      .value(.cudaCompilerVersion, is: "None"), .value(.cudaCompilerVersion, is: "12.9"),
      .value(VariantKey("mpi"), is: "open (m p i) & $x 'y' ^"), .value(.python, is: "3.12"),
      .version(.python, .atLeast, "3.12"), .version(.python, .less, "3.9"),
    ]
    + VersionRelation.allCases.flatMap { relation in
      ["12.9", "13", "12.9.1", "9.2.0"].map { .version(.cudaCompilerVersion, relation, $0) }
    }

  /// Leaves, their opposites, and trees made of them, the same ones each time.
  static let all: [Condition] = {
    var random = Random(state: 7)
    let trees = (0..<60).map { _ in tree(depth: 3, &random) }
    return leaves + leaves.map { Condition.not($0) } + trees + [.all([]), .any([])]
  }()

  private static func tree(depth: Int, _ random: inout Random) -> Condition {
    switch depth == 0 ? 0 : random.next() % 4 {
    case 1: .not(tree(depth: depth - 1, &random))
    case 2: .all((0...random.next() % 3).map { _ in tree(depth: depth - 1, &random) })
    case 3: .any((0...random.next() % 3).map { _ in tree(depth: depth - 1, &random) })
    default: leaves[random.next() % leaves.count]
    }
  }

  private struct Random {
    var state: UInt32

    mutating func next() -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16)
    }
  }

  /// A build's platforms and variants.
  struct Setting: Sendable {
    var target: Platform
    var build: Platform
    var variants: [String: String]

    var variables: [String: String] {
      variants.merging(["target_platform": target.subdir, "build_platform": build.subdir]) { $1 }
    }
  }

  static func settings(_ platforms: [Platform]) -> [Setting] {
    let values: [[String: String]] = [
      ["cuda_compiler_version": "None", "PY_VER": "3.8"],
      ["cuda_compiler_version": "12.9", "PY_VER": "3.12"],
      ["cuda_compiler_version": "13.0", "PY_VER": "3.14"],
      ["cuda_compiler_version": "12.10", "mpi": "open (m p i) & $x 'y' ^"],
      ["cuda_compiler_version": "12.9.1.*", "PY_VER": "3.9"], ["PY_VER": "3.10"],
      ["cuda_compiler_version": "009.2", "mpi": "None"],
    ]
    return values.enumerated().map { index, variants in
      Setting(
        target: platforms[index % platforms.count], build: platforms[0],
        variants: ["PY_VER": "3.11"].merging(variants) { $1 })
    }
  }

  static func holds(_ condition: Condition, in setting: Setting) -> Bool {
    switch condition {
    case .platform(let group): return group.contains(setting.target)
    case .crossBuild: return setting.target != setting.build
    case .expression, .selector: return false
    case .value(let key, let wanted): return value(of: key, in: setting) == wanted
    case .version(let key, let relation, let bound):
      let value = value(of: key, in: setting)
      return value != "None" && compare(numbers(value), relation, numbers(bound))
    case .not(let inner): return !holds(inner, in: setting)
    case .all(let parts): return parts.allSatisfy { holds($0, in: setting) }
    case .any(let parts): return parts.contains { holds($0, in: setting) }
    }
  }

  private static func value(of key: VariantKey, in setting: Setting) -> String {
    setting.variants[key == .python ? "PY_VER" : key.name] ?? "None"
  }

  private static func numbers(_ version: String) -> [Int] {
    let numbers = version.split(separator: ".").compactMap { Int($0) }
    return numbers + Array(repeating: 0, count: 6 - numbers.count)
  }

  private static func compare(_ a: [Int], _ relation: VersionRelation, _ b: [Int]) -> Bool {
    switch relation {
    case .less: a.lexicographicallyPrecedes(b)
    case .atMost: !b.lexicographicallyPrecedes(a)
    case .equal: a == b
    case .differs: a != b
    case .atLeast: !a.lexicographicallyPrecedes(b)
    case .greater: b.lexicographicallyPrecedes(a)
    }
  }
}
