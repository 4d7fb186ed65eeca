extension MatchSpec {
  /// As the tool prints it.
  package var canonical: String { dialect.isRattler ? rattlerCanonical : condaCanonical }

  private var rattlerCanonical: String {
    var text = ""
    if let channel {
      text += channel.name
      if let subdir { text += "/" + subdir }
    }
    if let namespace {
      text += ":\(namespace):"
    } else if channel != nil || subdir != nil {
      text += "::"
    }
    text += name?.text.lowercased() ?? "*"
    if let version { text += " " + version.canonical }
    if let build { text += " " + build.text }
    var fields: [String] = []
    for field in [Field.extras, .flags] {
      if let value = details[field] { fields.append("\(field.rawValue)=[\(value)]") }
    }
    for field in [Field.md5, .sha256] {
      if let value = details[field] {
        fields.append("\(field.rawValue)=\"\(value.lowercased())\"")
      }
    }
    if let buildNumber { fields.append("build_number=\"\(buildNumber.canonical(dialect))\"") }
    for field in [Field.fileName, .url, .license, .licenseFamily, .trackFeatures, .when] {
      if let value = details[field] { fields.append("\(field.rawValue)=\"\(value)\"") }
    }
    return fields.isEmpty ? text : text + "[\(fields.joined(separator: ", "))]"
  }

  private var condaCanonical: String {
    var text = ""
    var fields: [String] = []
    let hasExactChannel = channel.map { !$0.name.contains("*") } ?? false
    if let channel {
      if hasExactChannel {
        text += channel.name
      } else if channel.name != "*" {
        fields.append("channel=" + channel.name)
      }
    }
    if let subdir {
      if hasExactChannel { text += "/" + subdir } else { fields.append("subdir=" + subdir) }
    }
    text += (text.isEmpty ? "" : "::") + (name?.text ?? "*")
    appendVersionAndBuild(to: &text, &fields)
    for (key, value) in condaFields {
      let needsQuotes = value.contains { $0 == "," || $0 == " " || $0 == "=" }
      fields.append(needsQuotes ? "\(key)='\(value)'" : "\(key)=\(value)")
    }
    return fields.isEmpty ? text : text + "[\(fields.joined(separator: ","))]"
  }

  private func appendVersionAndBuild(to text: inout String, _ fields: inout [String]) {
    var isExact = false
    if let version = version?.canonical {
      let isNegated = version.hasPrefix("!=") || version.hasPrefix("~=")
      if Self.needsBrackets(version) || isNegated && build != nil {
        fields.append("version='\(version)'")
      } else if isNegated {
        text += version
      } else if version.hasSuffix(".*") {
        text += "=" + version.dropLast(2)
      } else if version.hasSuffix("*") {
        if version != "*" { text += "=" + version.dropLast() }
      } else {
        text += version.hasPrefix("==") ? version : "==" + version
        isExact = true
      }
    }
    guard let build = build?.text else { return }
    if Self.needsBrackets(build) {
      fields.append("build='\(build)'")
    } else if isExact && !build.contains("*") {
      text += "=" + build
    } else {
      fields.append("build=" + build)
    }
  }

  private static func needsBrackets(_ text: String) -> Bool {
    text.utf8.contains { byte in "><$^|,".utf8.contains(byte) }
  }

  /// In conda's order.
  private var condaFields: [(String, String)] {
    var fields: [(String, String)] = []
    if let buildNumber { fields.append(("build_number", buildNumber.canonical(.conda))) }
    let order: [Field] = [
      .trackFeatures, .features, .url, .md5, .sha256, .license, .licenseFamily, .fileName, .when,
      .extras, .flags,
    ]
    for field in order {
      guard let value = details[field] else { continue }
      switch field {
      case .url where channel != nil, .fileName where details[.url] != nil: continue
      case .trackFeatures, .features:
        let words = Set(value.split { $0 == " " || $0 == "," }).sorted()
        fields.append((field.rawValue, words.joined(separator: " ")))
      case .license, .licenseFamily: fields.append((field.rawValue, value.lowercased()))
      default: fields.append((field.rawValue, value))
      }
    }
    return fields
  }
}
