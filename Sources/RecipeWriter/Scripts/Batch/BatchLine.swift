/// One line of a batch file, which knows at each place whether cmd is inside double quotes.
///
/// cmd reads a line in a fixed order: it fills in `%variables%`, then takes `& | < > ( ) ^ "`
/// apart, and fills in `for` variables at last. So inside quotes `%NAME%` is safe and letters need
/// nothing, but outside of them letters need `^`, and a variable's value would be taken apart:
/// there it comes through a `for` variable.
struct BatchLine {
  private enum Element {
    case text(String)
    case bound(Int)
  }

  private var elements: [Element] = []
  private var bound: [ShellVariable] = []
  private var literals = ""
  private var isQuoted = false
  /// Behind `call`, which fills in `%` once more and can't hold a `^`.
  private let isCall: Bool
  private(set) var problem: Problem?

  init(isCall: Bool = false) { self.isCall = isCall }

  /// What is ours to write: commands, options and their quotes.
  mutating func code(_ text: String) {
    for scalar in text.unicodeScalars where scalar == "\"" { isQuoted.toggle() }
    elements.append(.text(text))
  }

  /// A double quote that opens or closes; cmd sees it too.
  mutating func quote() { code("\"") }

  /// Letters; a double quote among them changes what cmd takes for quoted from there on.
  mutating func literal(_ text: String) {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": problem = problem ?? .lineEnd
      case "\t": escaped += "\t"
      case "\0"..<" ", "\u{7F}": problem = problem ?? .controlCharacter
      case "%": escaped += isCall ? "%%%%" : "%%"
      case "\"":
        escaped += "\""
        isQuoted.toggle()
      case "^", "&", "|", "<", ">", "(", ")":
        if isCall && (scalar == "^" || !isQuoted) { problem = problem ?? .call }
        if !isQuoted { escaped += "^" }
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    literals += text
    elements.append(.text(escaped))
  }

  /// Letters for `echo`, whose double quotes need not come in pairs.
  mutating func echoed(_ text: String) {
    let parts = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { elements.append(.text("^\"")) }
      literal(String(part))
    }
  }

  mutating func variable(_ variable: ShellVariable) {
    guard !isQuoted else { return elements.append(.text("%\(Self.expansion(of: variable))%")) }
    if let index = bound.firstIndex(of: variable) { return elements.append(.bound(index)) }
    bound.append(variable)
    elements.append(.bound(bound.count - 1))
  }

  mutating func pieces(_ pieces: [TextPiece]) {
    for piece in pieces {
      switch piece {
      case .literal(let text): literal(text)
      case .variable(let variable): self.variable(variable)
      }
    }
  }

  /// In double quotes.
  mutating func quoted(_ pieces: [TextPiece]) {
    quote()
    self.pieces(pieces)
    quote()
  }

  /// At the end, or in front where cmd takes the end for quoted.
  mutating func redirect(_ text: String) {
    elements.insert(.text(isQuoted ? text + " " : " " + text), at: isQuoted ? 0 : elements.count)
  }

  // MARK: Finishing

  /// The line, and what keeps it from being one.
  func finished(guardedBy condition: String = "", silenced: Bool = false) -> (String, Problem?) {
    let sign = silenced ? "@" : ""
    var line = sign + condition
    let letters = freeLetters()
    if letters.count < bound.count { return ("", .tooLong) }
    for (letter, variable) in zip(letters, bound) {
      line +=
        variable.isGiven
        ? "for %%\(letter.first) in (\"%\(Self.expansion(of: variable))%\") do \(sign)"
        : "for /f \"tokens=1* delims=:\" %%\(letter.first) in (\"=:%\(variable.name)%\") do \(sign)"
    }
    for element in elements {
      switch element {
      case .text(let text): line += text
      case .bound(let index):
        line += bound[index].isGiven ? "%%~\(letters[index].first)" : "%%\(letters[index].second)"
      }
    }
    return (line, problem ?? (line.utf16.count > Self.longest ? .tooLong : nil))
  }

  /// cmd reads 8191 characters of a line.
  private static let longest = 8100

  private static func expansion(of variable: ShellVariable) -> String {
    variable.isSlashed ? "\(variable.name):\\=/" : variable.name
  }

  /// Pairs of neighbouring letters that the text can't be mistaken for: in `100%A` a variable `%A`
  /// would be seen.
  private func freeLetters() -> [(first: Character, second: Character)] {
    let taken: Set<Unicode.Scalar> =
      literals.containsScalar("%") ? Set(literals.unicodeScalars) : []
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("A", "B"), ("C", "D"), ("E", "F"), ("G", "H"), ("I", "J"), ("K", "L"), ("M", "N"),
      ("O", "P"),
      ("Q", "R"), ("S", "T"), ("U", "V"), ("W", "X"), ("Y", "Z"), ("a", "b"), ("c", "d"),
      ("e", "f"),
      ("g", "h"), ("i", "j"), ("k", "l"), ("m", "n"), ("o", "p"), ("q", "r"), ("s", "t"),
      ("u", "v"),
      ("w", "x"), ("y", "z"),
    ]
    return pairs.filter { !taken.contains($0.0) && !taken.contains($0.1) }
      .map { (Character($0.0), Character($0.1)) }
  }
}
