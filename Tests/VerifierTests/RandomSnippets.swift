import Grammars

/// Statements made at random: most of them are well typed, and what they compute stays small.
struct RandomSnippets {
  private var random: SplitMix
  private var locals: [String] = []
  private var names = 0

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// What the statements can name, with types and starts.
  static let variables: [(name: String, type: String, start: Double)] = [
    ("V", "scalar", -65), ("U", "scalar", 0.75), ("d", "double", 2.5), ("f", "float", 1.5),
    ("n", "int", 3), ("u", "unsigned int", 7), ("b", "uint8_t", 250), ("q", "int8_t", -3),
    ("s", "short", 12), ("w", "int64_t", -40), ("z", "uint64_t", 11), ("o", "bool", 1),
  ]
  static let reals = [1.5, -2.5, 4]
  static let integers = [10.0, -20, 30, 41]

  private static let realNames = ["V", "U", "d", "f"]
  private static let integerNames = ["n", "u", "b", "q", "s", "w", "z", "o"]
  private static let types = [
    "scalar", "float", "double", "int", "unsigned int", "uint8_t", "int8_t", "short", "int64_t",
    "uint64_t", "bool", "const int", "const scalar",
  ]

  mutating func snippet() -> String {
    locals = []
    names = 0
    var lines = (0..<(2 + random.below(4))).map { _ in statement(3, inLoop: false) }
    // No number may grow from step to step.
    for name in Self.realNames { lines.append("\(name) = fmin(fmax(\(name), -100.0), 100.0);") }
    for name in ["n", "s", "w"] { lines.append("\(name) %= 50;") }
    lines.append("u %= 50u; z %= 50u;")
    return lines.joined(separator: "\n")
  }

  private mutating func name() -> String {
    names += 1
    return "x\(names)"
  }

  private mutating func statement(_ depth: Int, inLoop: Bool) -> String {
    switch random.below(depth > 0 ? 15 : 6) {
    case 0, 1, 2:
      let sign = random.pick(["=", "=", "+=", "-=", "*="])
      return random.chance(50)
        ? "\(random.pick(Self.realNames)) \(sign) \(expression(3));"
        : "\(random.pick(Self.integerNames)) \(sign) \(integer(2));"
    case 3:
      let sign = random.pick(["%=", "&=", "|=", "^=", "<<="])
      let value = sign == "%=" ? "(1 + (\(integer(1)) & 7))" : "(\(integer(1)) & 3)"
      return "\(random.pick(["n", "u", "b", "z"])) \(sign) \(value);"
    case 4: return random.pick(["n++;", "--u;", "b--;", "q++;", "V++;", "++s;", "z--;", "w++;"])
    case 5: return declaration()
    case 6, 7:
      let otherwise =
        random.chance(50) ? " else \(block(depth - 1, inLoop: inLoop))" : ""
      return "if (\(expression(2))) \(block(depth - 1, inLoop: inLoop))\(otherwise)"
    case 8, 9:
      let counter = name()
      return
        "for (int \(counter) = 0; \(counter) < \(1 + random.below(4)); \(counter)++) "
        + block(depth - 1, inLoop: true, locals: [counter])
    case 10:
      let counter = name()
      return "{ int \(counter) = \(random.below(5)); while (\(counter)-- > 0) "
        + block(depth - 1, inLoop: true) + " }"
    case 11:
      return "do \(block(depth - 1, inLoop: true)) while (\(expression(1)) && false);"
    case 12: return choice(depth, inLoop: inLoop)
    case 13: return pointers()
    default: return inLoop ? random.pick(["break;", "continue;"]) : ";"
    }
  }

  private mutating func declaration() -> String {
    let local = name()
    let type = random.pick(Self.types)
    let text = "\(type) \(local) = \(expression(2));"
    locals.append(local)
    return text
  }

  private mutating func block(_ depth: Int, inLoop: Bool, locals known: [String] = []) -> String {
    let outer = locals
    locals += known
    defer { locals = outer }
    let lines = (0..<(1 + random.below(2))).map { _ in statement(depth, inLoop: inLoop) }
    return "{ \(lines.joined(separator: " ")) }"
  }

  private mutating func choice(_ depth: Int, inLoop: Bool) -> String {
    var text = "switch (\(integer(1)) & 3) { "
    for label in 0..<(1 + random.below(3)) {
      text += label == 0 && random.chance(30) ? "default: " : "case \(label): "
      text += block(depth - 1, inLoop: inLoop) + (random.chance(60) ? " break; " : " ")
    }
    return text + "}"
  }

  private mutating func pointers() -> String {
    let pointer = name()
    return random.pick([
      "const scalar *\(pointer) = a; V += *\(pointer)++ * 0.5; U -= *\(pointer);",
      "const int *const \(pointer) = ia + (n & 1); n += \(pointer)[u & 1] + (int)(\(pointer) - ia);",
      "const int *\(pointer) = ia + 3; \(pointer) -= 2; --\(pointer); n ^= *\(pointer);",
      "const scalar *\(pointer) = 2 + a; if (\(pointer)) d += *(\(pointer) - 1);",
    ])
  }

  /// A number of any type.
  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    let next = depth - 1
    switch random.below(15) {
    case 0, 1, 2, 3:
      let sign = random.pick(["+", "-", "*", "+", "-", "*", "/"])
      let right = sign == "/" ? "(3.0 + fabs(\(expression(next))))" : expression(next)
      return "(\(expression(next)) \(sign) \(right))"
    case 4:
      return
        "(\(expression(next)) \(random.pick(["<", "<=", ">", ">=", "==", "!="])) \(expression(next)))"
    case 5: return "(\(expression(next)) \(random.pick(["&&", "||"])) \(expression(next)))"
    case 6: return "(\(expression(next)) ? \(expression(next)) : \(expression(next)))"
    case 7: return random.pick(["-", "+", "!"]) + "(\(expression(next)))"
    case 8:
      let type = random.pick(["float", "double", "scalar", "bool", "int64_t"])
      return "((\(type))\(expression(next)))"
    case 9:
      let function = random.pick([
        "fabs", "floor", "sin", "tanh", "exp2", "cbrt", "round", "rint", "erf", "atan", "trunc",
      ])
      return "\(function)(fmin(\(expression(next)), 9.0))"
    case 10:
      let function = random.pick(["fmax", "fmin", "fmod", "atan2", "copysign", "fdim", "nextafter"])
      return "\(function)(\(expression(next)), sqrt(fabs(\(expression(next)))))"
    case 11: return "a[(\(integer(next))) & 1]"
    case 12:
      return random.pick([
        "(V = \(expression(next)))", "(f -= \(expression(next)), f)", "gennrand_uniform()",
        "(gennrand_normal() - gennrand_uniform())", "fmod(gennrand_exponential(), 1.0)",
      ])
    default: return integer(next)
    }
  }

  private mutating func integer(_ depth: Int) -> String {
    guard depth > 0 else { return random.pick(["2", "5u", "0x1F", "true"] + Self.integerNames) }
    let next = depth - 1
    switch random.below(10) {
    case 0, 1:
      return "(\(integer(next)) \(random.pick(["+", "-", "*", "&", "|", "^"])) \(integer(next)))"
    case 2: return "(\(integer(next)) % (1 + (\(integer(next)) & 7)))"
    case 3: return "(\(integer(next)) / (1 + (\(integer(next)) & 7)))"
    case 4: return "((\(integer(next)) & 15) << (\(integer(next)) & 3))"
    case 5: return "~(\(integer(next)))"
    case 6:
      return
        "((\(random.pick(["int", "uint8_t", "int8_t", "int64_t", "unsigned int"])))\(integer(next)))"
    case 7:
      return random.pick(["n++", "--u", "(b += 3)", "q--", "ia[1]", "(s = \(integer(next)))"])
    case 8: return "min((int)(\(integer(next))), abs(n))"
    default: return integer(0)
    }
  }

  private mutating func leaf() -> String {
    random.chance(30)
      ? random.pick(["1.0", "0.25f", "1e-3", "2.5d", "t", "dt", "Isyn", "3", "id"])
      : random.pick(Self.realNames + Self.integerNames + locals)
  }
}
