import Grammars

/// Makes texts up that look like versions and specs, near enough to each other to be interesting,
/// and now and then damaged.
struct SpecGenerator {
  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func version() -> String {
    var text = random.chance(6) ? "\(random.below(3))!" : ""
    text += segments(atMost: 4)
    if random.chance(6) { text += random.pick(["_", "-", "__", "._"]) }
    if random.chance(8) { text += "+" + segments(atMost: 2) }
    return damaged(text, percent: 2)
  }

  private mutating func segments(atMost count: Int) -> String {
    let separator = random.chance(90) ? "." : random.pick(["_", "-", "."])
    return (0...random.below(count)).map { _ in segment() }.joined(separator: separator)
  }

  private mutating func segment() -> String {
    switch random.below(10) {
    case 0...6: number()
    case 7: number() + letters() + (random.chance(70) ? number() : "")
    case 8: letters() + (random.chance(50) ? number() : "")
    default: "0"
    }
  }

  private mutating func number() -> String {
    random.chance(3)
      ? random.pick(["00", "01", "007", "18446744073709551615", "99999999999999999999"])
      : String(random.below(random.chance(80) ? 4 : 30))
  }

  private mutating func letters() -> String {
    random.pick(["a", "b", "rc", "dev", "post", "alpha", "RC", "Dev", "al", "z", "devel", "g"])
  }

  mutating func constraint() -> String {
    let symbol = random.pick(["", "", "=", "==", "!=", "<", "<=", ">", ">=", "~=", ">=", "<"])
    let wildcard = random.chance(25) ? random.pick([".*", "*", ".*", ".*.*", ".", "**"]) : ""
    let text = symbol + (random.chance(3) ? "*" : version() + wildcard)
    return damaged(text, percent: 4)
  }

  mutating func versionSpec(depth: Int = 0) -> String {
    var text = ""
    for index in 0...(random.chance(60) ? 0 : random.below(3)) {
      if index > 0 {
        text += random.chance(10) ? " " : ""
        text += random.pick([",", ",", "|"])
        text += random.chance(10) ? " " : ""
      }
      text +=
        depth < 2 && random.chance(8) ? "(" + versionSpec(depth: depth + 1) + ")" : constraint()
    }
    return text
  }

  mutating func matchSpec() -> String {
    let name = random.pick(["box", "box", "box", "Box", "bo", "box-x", "_box", "__box", "b.x"])
    var text =
      random.chance(8) ? random.pick(["conda-forge::", "other::", "conda-forge/noarch::"]) : ""
    text += name
    switch random.below(6) {
    case 0: break
    case 1: text += "=" + version() + (random.chance(50) ? "=" + build() : "")
    case 2: text += versionSpec()
    default:
      text +=
        " " + versionSpec() + (random.chance(40) ? random.pick([" ", " ", "="]) + build() : "")
    }
    if random.chance(15) { text += fields() }
    if random.chance(3) { text += random.pick([" # note", " ", "[]", " if x"]) }
    return damaged(text, percent: 4)
  }

  private mutating func fields() -> String {
    let quote = random.pick(["'", "\"", "'"])
    var fields: [String] = []
    for _ in 0...random.below(2) {
      let value =
        switch random.below(4) {
        case 0: "version=" + quote + versionSpec() + quote
        case 1: "build=" + quote + build() + quote
        case 2:
          "build_number=" + quote + random.pick(["", "=", ">", ">=", "!=", "=="]) + "1" + quote
        default: random.pick(["subdir=linux-64", "license=MIT", "md5=" + digest(32), "x=1"])
        }
      fields.append(value)
    }
    return "[" + fields.joined(separator: random.pick([",", ", "])) + "]"
  }

  private mutating func digest(_ count: Int) -> String {
    String(repeating: random.pick(["0", "a", "F"]), count: count)
  }

  mutating func build() -> String {
    random.pick([
      "h0_0", "h0_1", "py39_cpython", "py312h1234567_0", "py*", "*_cpython", "*h0*", "h?_0", "*",
      "H0_0", "mpi_openmpi_h12_100", "*openmpi*", "0", "^h0_.*$",
    ])
  }

  /// A record's version, which tools always accept.
  mutating func plainVersion() -> String {
    random.pick([
      "0", "1", "1.0", "1.2", "1.2.3", "1.20", "2.0", "2.0.1", "1.2rc1", "1.2.0post1", "1!1.2",
      "1.2+local", "1.2.3_", "3.12.4", "2025a", "1.1.1w", "1.2.dev0", "0.9", "1.alpha", "3.0.0.1",
    ])
  }

  mutating func plainBuild() -> String {
    random.pick(["h0_0", "h0_1", "py39_cpython", "py312h1234567_0", "mpi_openmpi_h12_100", "0"])
  }

  mutating func license(depth: Int = 0) -> String {
    var text = ""
    for index in 0...random.below(3) {
      if index > 0 { text += random.pick([" AND ", " OR ", " OR ", " and ", " or ", " Or ", " "]) }
      if depth < 3, random.chance(20) {
        text += "(" + license(depth: depth + 1) + ")"
      } else {
        text += random.pick([
          "MIT", "Apache-2.0", "BSD-3-Clause", "GPL-3.0-or-later", "GPL-2.0-only", "LGPL-2.1-only",
          "LicenseRef-Vendor", "ISC", "MPL-2.0", "Zlib", "GPL-3.0", "GPL-2.0+", "mit", "APACHE-2.0",
        ])
        if random.chance(10) { text += random.pick(["+", " +", "++"]) }
        if random.chance(10) {
          text += random.pick([" WITH ", " with "])
          text += random.pick(["LLVM-exception", "GCC-exception-3.1", "MIT", "no-exception"])
        }
      }
    }
    return damaged(text, percent: 4)
  }

  private mutating func damaged(_ text: String, percent: Int) -> String {
    guard random.chance(percent), !text.isEmpty else { return text }
    var characters = Array(text)
    let index = random.below(characters.count)
    switch random.below(3) {
    case 0: characters.remove(at: index)
    case 1: characters.insert(random.pick(Array(" .,|=<>!~*_-+()[]'@1a")), at: index)
    default: characters[index] = random.pick(Array(" .,|=<>!~*_-+()1a"))
    }
    return String(characters)
  }
}
