import Diagnostics
import YAML

/// A recipe's tree while it is being worked on, with conda-build's way of asking it for values.
struct V0Metadata: Sendable {
  var root: RenderedMap
  let file: String
  /// For an output: the name of the recipe that it belongs to.
  var parentName: String?
  /// Whether Jinja left nothing undefined; only then does conda-build insist on valid specs.
  var isComplete = true

  init(_ root: RenderedMap = RenderedMap(), file: String) {
    self.root = root
    self.file = file
  }

  func section(_ name: String) -> RenderedMap { root[name]?.map ?? RenderedMap() }

  /// `source` and `outputs` may be one mapping or a list of them.
  func sections(_ name: String) -> [RenderedNode] {
    guard let node = root[name], node.isTruthy else { return [] }
    return node.list ?? [node]
  }

  /// nil when the key is missing or null. Words such as `yes` are truth values, quoted or not.
  func value(_ section: String, _ key: String) -> RenderedNode? {
    guard let node = self.section(section)[key], !node.isNull else { return nil }
    guard let text = node.text else { return node }
    switch text.lowercased() {
    case "y", "on", "true", "yes": return RenderedNode(.bool(true), at: node.place)
    case "n", "no", "false", "off": return RenderedNode(.bool(false), at: node.place)
    default: return node
    }
  }

  func isTrue(_ section: String, _ key: String) -> Bool { value(section, key)?.isTruthy ?? false }

  /// A value as a list of texts, whether it is one or a single text.
  func texts(_ section: String, _ key: String) -> [String] {
    Self.elements(of: value(section, key)).compactMap(\.text)
  }

  static func elements(of node: RenderedNode?) -> [RenderedNode] {
    switch node?.value {
    case nil, .null: []
    case .list(let nodes): nodes
    case .map(let map): map.entries.map { RenderedNode(.text($0.key), at: $0.place) }
    default: node.map { [$0] } ?? []
    }
  }

  func requirements(_ kind: String) -> [RenderedNode] {
    Self.elements(of: value("requirements", kind))
  }

  func location(_ place: YAMLMark?) -> SourceLocation {
    place.map { SourceLocation($0, in: file) } ?? SourceLocation(file: file, line: 1)
  }

  func location(of section: String, _ key: String? = nil) -> SourceLocation {
    let node = key.flatMap { self.section(section)[$0] } ?? root[section]
    return location(node?.place)
  }
}

extension V0Metadata {
  var isSkipped: Bool { isTrue("build", "skip") }

  var noarch: RenderedNode? { value("build", "noarch").flatMap { $0.isTruthy ? $0 : nil } }

  var isOutput: Bool {
    guard let parentName, let name = value("package", "name")?.pythonText else { return false }
    return !parentName.isEmpty && parentName != name
  }

  /// Whether build and host environments differ.
  var isCross: Bool {
    section("requirements")["host"] != nil || !requirementsOfTopAndOutput("host").isEmpty
  }

  /// A recipe's requirements with those of the output that has its name.
  func requirementsOfTopAndOutput(_ kind: String) -> [String] {
    var specs = requirements(kind).compactMap(\.text).filter { !$0.isEmpty }
    guard !isOutput, let name = value("package", "name")?.pythonText else { return specs }
    let known = Set(specs.map(V0Specs.firstWord))
    guard let output = sections("outputs").first(where: { $0["name"]?.text == name }) else {
      return specs
    }
    let expanded = V0Specs.expanded(output["requirements"])
    for spec in Self.elements(of: expanded[kind]).compactMap(\.text)
    where !spec.isEmpty && !known.contains(V0Specs.firstWord(spec)) {
      specs.append(spec)
    }
    return specs
  }

  func name(isFinal: Bool = false) throws(Diagnostic) -> String {
    let name = value("package", "name")?.pythonText ?? ""
    if name.isEmpty, isFinal { throw .nameMissing(at: location(of: "package")) }
    if name != name.lowercased() {
      throw .nameNotLowercase(name, at: location(of: "package", "name"))
    }
    try check(name, "package", "name", allowing: "-")
    return name
  }

  func version(isFinal: Bool = false) throws(Diagnostic) -> String {
    let node = value("package", "version")
    // An empty mapping or list is no version either.
    let version = node.flatMap { $0.isTruthy ? $0.pythonText : nil } ?? ""
    if version.isEmpty, isFinal, sections("outputs").isEmpty {
      throw .versionMissing(at: location(of: "package"))
    }
    try check(version, "package", "version", allowing: "!")
    if isFinal, version.hasPrefix(".") {
      throw .versionBeginsWithDot(version, at: location(of: "package", "version"))
    }
    return version
  }

  func buildNumber() throws(Diagnostic) -> Int {
    guard let node = value("build", "number"), node.isTruthy else { return 0 }
    let number: Int? =
      switch node.value {
      case .bool(let flag): flag ? 1 : 0
      case .int(let number): number
      case .text(let text): PythonRuntime.int(text)
      default: nil
      }
    guard let number, number >= 0 else {
      throw .badBuildNumber(node.pythonText ?? "", at: location(of: "build", "number"))
    }
    return number
  }

  private static let badCharacters = Array("=@#$%^&*:;\"'\\|<>?/ -!".utf8)

  /// conda-build's `check_bad_chrs`; only names may hold `-`, only versions `!`.
  func check(_ text: String, _ section: String, _ key: String, allowing extra: String = "")
    throws(Diagnostic)
  {
    func isBad(_ byte: UInt8) -> Bool {
      Self.badCharacters.contains(byte) && !extra.utf8.contains(byte)
    }
    guard text.utf8.contains(where: isBad) else { return }
    let bad = text.unicodeScalars.filter { $0.isASCII && isBad(UInt8($0.value)) }
    throw .badCharacters(
      String(String.UnicodeScalarView(bad)), in: "\(section)/\(key)", text,
      at: location(of: section, key))
  }
}
