import Conda
import Diagnostics
import RecipeModel

/// What the printers of all shells share: where a script runs, the step that is being printed, and
/// what is wrong with it.
struct ScriptContext: Sendable {
  let scope: ScriptScope
  let system: ScriptSystem
  /// Those that the script may run for.
  let platforms: [Platform]
  /// The package is for every platform, and only the machine that builds it is a certain one.
  let isNoarch: Bool
  /// Of the step at hand.
  var location: SourceLocation?
  var findings = Findings()

  init(_ scope: ScriptScope, on system: ScriptSystem, platforms: [Platform] = Platform.usual) {
    self.scope = scope
    self.system = system
    isNoarch = platforms.contains(.noarch)
    let platforms = platforms.filter(system.contains)
    self.platforms = platforms.isEmpty ? Platform.usual.filter(system.contains) : platforms
  }

  /// Once: a text is looked at in several places of the same step.
  mutating func report(_ finding: Diagnostic) {
    if !findings.all.contains(finding) { findings.add(finding) }
  }

  /// The name as it is, once it is known to be one in every shell.
  mutating func name(_ name: String) -> String {
    let isName = name.utf8.enumerated().allSatisfy { index, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
      default: false
      }
    }
    if !isName || name.isEmpty { report(.variableNameNotValid(name, at: location)) }
    return name
  }

  mutating func pieces(_ text: ScriptText) -> [TextPiece] {
    var pieces: [TextPiece] = []
    for part in text.parts {
      switch part {
      case .literal(let literal): pieces.append(.literal(checked(literal)))
      case .variable(let variable): pieces += self.pieces(variable, slashed: false)
      case .path(let path): pieces += self.pieces(path)
      case .slashedPath(let path): pieces += self.pieces(path, slashed: true)
      }
    }
    return pieces.joined
  }

  mutating func pieces(_ path: ScriptPath, slashed: Bool = false) -> [TextPiece] {
    let separator = system == .windows && !slashed ? "\\" : "/"
    var pieces: [TextPiece] = []
    switch path.root {
    case .here: break
    case .variable(let variable): pieces = self.pieces(variable, slashed: slashed)
    case .system: report(.pathNotInThePackage(at: location))
    }
    for component in path.components {
      let inner = self.pieces(component)
      if system == .windows { checkWindowsName(inner) }
      if !pieces.isEmpty { pieces.append(.literal(separator)) }
      pieces += inner.map { piece in
        guard case .literal(let text) = piece, separator == "\\" else { return piece }
        return .literal(text.replacingScalar("/", with: "\\"))
      }
    }
    return pieces.isEmpty ? [.literal(".")] : pieces.joined
  }

  /// A folder for a list such as `PATH`.
  mutating func searchFolder(_ path: ScriptPath) -> [TextPiece] {
    let separator: Unicode.Scalar = system == .windows ? ";" : ":"
    let pieces = self.pieces(path)
    for case .literal(let text) in pieces where text.containsScalar(separator) {
      report(.separatorInSearchPath(Character(separator), at: location))
    }
    return pieces
  }

  mutating func variable(_ variable: ScriptVariable) -> ShellVariable? {
    guard let (name, _) = scope.name(of: variable, on: system) else {
      report(.variableNotKnown(variable, in: scope, at: location))
      return nil
    }
    if case .environment = variable { return ShellVariable(name: self.name(name), isGiven: false) }
    return ShellVariable(name: name)
  }

  private mutating func pieces(_ variable: ScriptVariable, slashed: Bool) -> [TextPiece] {
    guard var shell = self.variable(variable) else { return [] }
    shell.isSlashed = slashed && system == .windows
    guard let below = scope.name(of: variable, on: system)?.below else { return [.variable(shell)] }
    return [.variable(shell), .literal((slashed ? "/" : "\\") + below)]
  }

  private mutating func checked(_ literal: String) -> String {
    guard literal.utf8.contains(0) else { return literal }
    report(.textWithNul(at: location))
    return String(literal.unicodeScalars.filter { $0 != "\0" })
  }

  private mutating func checkWindowsName(_ pieces: [TextPiece]) {
    for case .literal(let text) in pieces
    where text.unicodeScalars.contains(where: {
      $0.value < 0x20 || "<>:\"|?*\\".unicodeScalars.contains($0)
    }) {
      report(.fileNameNotOnWindows(text, at: location))
    }
    guard let name = pieces.literal, name != ".." else { return }
    let stem = name.prefix { $0 != "." }.uppercased()
    let last = name.utf8.last
    if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") || Self.devices.contains(stem) {
      report(.fileNameNotOnWindows(name, at: location))
    }
  }

  /// Names that mean a device in every folder of Windows.
  private static let devices: Set<String> = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8",
    "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
  ]
}
