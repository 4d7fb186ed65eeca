import Conda

extension V1 {
  /// A pin on another output or on a resolved dependency. It stays symbolic until the build.
  package struct Pin: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case subpackage = "pin_subpackage"
      case compatible = "pin_compatible"
    }

    package let kind: Kind
    package let name: String
    /// `x.x` or a version; nil for none.
    package let lowerBound: String?
    package let upperBound: String?
    package let isExact: Bool
    package let build: String?

    init(
      kind: Kind, name: String, lowerBound: String?, upperBound: String?, isExact: Bool,
      build: String?
    ) {
      self.kind = kind
      self.name = name
      self.lowerBound = lowerBound
      self.upperBound = upperBound
      self.isExact = isExact
      self.build = build
    }

    init(_ function: Function, _ arguments: Arguments) throws(ExpressionError) {
      kind = function == .pinSubpackage ? .subpackage : .compatible
      try arguments.require(
        atMost: 1,
        keywords: ["exact", "lower_bound", "upper_bound", "min_pin", "max_pin", "build"])
      name = try arguments.printed(0)
      guard PackageNameRule.accepts(name) else {
        throw .operation("\(arguments.callee) got '\(name)', which is no package name")
      }
      for (old, new) in [("min_pin", "lower_bound"), ("max_pin", "upper_bound")] {
        guard let value = arguments[old] else { continue }
        throw ExpressionError(
          .arguments, "'\(old)' is gone", remedy: "write \(new)='\(value.description)'")
      }
      guard try arguments.flag("exact") == nil else {
        guard arguments.keywords.count == 1 else {
          throw ExpressionError(
            .arguments, "\(arguments.callee) takes 'exact' and nothing else with it")
        }
        isExact = arguments["exact"]?.isTrue ?? false
        (lowerBound, upperBound, build) = (nil, nil, nil)
        return
      }
      isExact = false
      lowerBound = try Self.bound("lower_bound", arguments, otherwise: "x.x.x.x.x.x")
      upperBound = try Self.bound("upper_bound", arguments, otherwise: "x")
      build = arguments["build"].map(\.description)
    }

    private static func bound(
      _ keyword: String, _ arguments: Arguments, otherwise standard: String
    ) throws(ExpressionError) -> String? {
      switch arguments[keyword] {
      case nil: return standard
      case .undefined?, .absent?, Value.none?: return nil
      case let value?:
        guard let bound = canonical(bound: value.description) else {
          throw .operation(
            "'\(value.description)' is no bound", remedy: "write one such as 'x.x' or a version")
        }
        return bound
      }
    }

    /// `x.x` as it is, a version in its canonical form; nil when it is neither.
    static func canonical(bound text: String) -> String? {
      guard !text.utf8.allSatisfy({ $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: ".") }) else {
        return text
      }
      return VersionText.canonical(text)
    }
  }
}

extension V1.Pin {
  /// As the functions print it: that is how pins travel through templates.
  var json: String {
    var fields = ["\"name\":\(V1.JSON.quoted(name))"]
    if let lowerBound { fields.append("\"lower_bound\":\(V1.JSON.quoted(lowerBound))") }
    if let upperBound { fields.append("\"upper_bound\":\(V1.JSON.quoted(upperBound))") }
    if isExact { fields.append("\"exact\":true") }
    if let build { fields.append("\"build\":\(V1.JSON.quoted(build))") }
    return "{\"\(kind.rawValue)\":{\(fields.joined(separator: ","))}}"
  }
}
