import Diagnostics

/// `py312h24bf083_2`: languages, hash and number, or what the recipe says itself.
struct V0BuildString {
  private let metadata: V0Metadata
  private let usage: V0Usage

  init(_ metadata: V0Metadata, _ usage: V0Usage) {
    self.metadata = metadata
    self.usage = usage
  }

  /// Only when everything is final the hash goes in.
  func text(isFinal: Bool) throws(Diagnostic) -> String {
    let manual = metadata.value("build", "string").flatMap { $0.isTruthy ? $0.pythonText : nil }
    let raw = try usage.ownText(metadata, V0RecipeText.packageAndBuild)
    if manual == nil, raw.isEmpty {
      throw .outputTextMissing(try metadata.name(), at: metadata.location(of: "outputs"))
    }
    if let manual, !Self.asksForHash(raw) {
      try metadata.check(manual, "build", "string")
      return manual
    }
    let text: String
    if let manual {
      text = manual
    } else {
      text = try composed()
    }
    guard isFinal else { return text }
    let contents = try hashContents()
    return Self.inserting(contents.isEmpty ? "" : V0Hash.short(contents), into: text)
  }

  /// `string: …h{{ PKG_HASH }}…` somewhere in the text.
  private static func asksForHash(_ text: [UInt8]) -> Bool {
    guard PythonText.find(Array("string:".utf8), in: text) != nil else { return false }
    let open = Array("h{{".utf8)
    var start = 0
    while let found = PythonText.find(open, in: text, from: start) {
      start = found + open.count
      let name = PythonText.endOfSpace(in: text[...], from: start)
      guard text[name...].starts(with: "PKG_HASH".utf8) else { continue }
      let end = PythonText.endOfSpace(in: text[...], from: name + "PKG_HASH".utf8.count)
      if text[end...].starts(with: "}}".utf8) { return true }
    }
    return false
  }

  private static func inserting(_ hash: String, into text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    var isReplaced = false
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(7)
      if bytes[index] == UInt8(ascii: "h"), digits.count == 7, digits.allSatisfy(isHexDigit) {
        result += hash.utf8
        index += 8
        isReplaced = true
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    if isReplaced { return String(decoding: result, as: UTF8.self) }
    let last = text.lastIndex(of: "_")
    let head = last.map { String(text[..<$0]) } ?? text
    let tail = last.map { String(text[$0...]) } ?? ""
    if PythonRuntime.int(head) != nil { return (hash.isEmpty ? head : "\(hash)_\(head)") + tail }
    return head + hash + tail
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"))
  }

  // MARK: - Languages

  private static let languages: [(prefix: String, names: [String], places: Int)] = [
    ("np", ["numpy"], 2), ("py", ["python"], 2), ("pl", ["perl"], 3), ("lua", ["lua"], 2),
    ("r", ["r", "r-base"], 2), ("mro", ["mro-base"], 3), ("mro", ["mro-base_impl"], 3),
  ]

  private func composed() throws(Diagnostic) -> String {
    let building = metadata.isCross ? "host" : "build"
    let buildNames = Set(try metadata.specs(building))
    let runNames = try metadata.specs("run")
    let noarch = metadata.noarch?.pythonText
    var parts: [String] = []
    for (prefix, names, places) in Self.languages {
      for name in runNames where names.contains(name) && buildNames.contains(name) {
        if name == "numpy", try !usage.pinsNumPy(metadata) { continue }
        if noarch == name || (name == "python" && metadata.isTrue("build", "noarch_python")) {
          parts.append(prefix)
          continue
        }
        let version = version(of: names, building).split(
          separator: ".", omittingEmptySubsequences: false)
        let entry = prefix + version.prefix(places).joined()
        if !parts.contains(entry) { parts.append(entry) }
      }
    }
    if !parts.isEmpty { parts.append("_") }
    let features = metadata.texts("build", "features")
    if !features.isEmpty { parts += [features.joined(separator: "_"), "_"] }
    return parts.joined() + String(try metadata.buildNumber())
  }

  /// From the requirement if it has a version, else from the variant.
  private func version(of names: [String], _ building: String) -> String {
    let spellings =
      names + names.filter { $0.contains("-") }.map { String($0.map { $0 == "-" ? "_" : $0 }) }
    for name in spellings {
      var version = ""
      for spec in metadata.requirements(building).compactMap(\.text) {
        let words = V0Specs.words(spec)
        if words.count > 1, words[0] == name { version = String(words[1]) }
      }
      if version.isEmpty {
        version = usage.value(String(name.map { $0 == "-" ? "_" : $0 })) ?? ""
      }
      if !version.isEmpty { return version }
    }
    return ""
  }

  // MARK: - Hash

  func hashContents() throws(Diagnostic) -> [String: String] {
    var used = try usage.used(metadata)
    var excluded = ["python", "r_base", "perl", "lua"] + usage.list("ignore_version")
    if used.contains("numpy"), try usage.leavesNumPyOut(metadata) { excluded.append("numpy") }
    used = used.filter { key in
      !excluded.contains(where: key.hasPrefix) || usage.value(key)?.contains(" ") ?? false
    }
    var contents: [String: String] = [:]
    if used != ["target_platform"] {
      for key in used { contents[key] = usage.value(key) }
    }
    for spec in metadata.requirements("run").compactMap(\.text) where spec.hasPrefix("__") {
      contents[spec.split(separator: " ", maxSplits: 1).first.map(String.init) ?? spec] = spec
    }
    return contents
  }
}
