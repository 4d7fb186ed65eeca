import Conda
import Testing

/// What `apply_pin_expressions` of conda-build and `Pin::apply` of rattler-build answer.
@Suite struct PinTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let version: String
    let lower: String?
    let upper: String?
    let v0: String
    let v1: String
    var testDescription: String { "\(version) \(lower ?? "-") \(upper ?? "-")" }

    init(_ version: String, _ lower: String?, _ upper: String?, v0: String, v1: String) {
      (self.version, self.lower, self.upper, self.v0, self.v1) = (version, lower, upper, v0, v1)
    }

    init(_ version: String, _ lower: String?, _ upper: String?, _ both: String) {
      self.init(version, lower, upper, v0: both, v1: both)
    }
  }

  static let cases = [
    Case("1.2.3", "x.x", "x.x", ">=1.2,<1.3.0a0"),
    Case("5.4.0", "x.x.x.x.x.x", "x", ">=5.4.0,<6.0a0"),
    Case("12.9", "x", "x", ">=12,<13.0a0"),
    Case("9d", "x.x.x.x.x.x", "x", ">=9d,<10a"),
    Case("1.0.2j", "x.x.x", "x.x.x", ">=1.0.2j,<1.0.3a"),
    Case("2025a", "x.x.x.x.x.x", "x", ">=2025a,<2026a"),
    Case("1", "x.x.x.x.x.x", "x.x.x", v0: ">=1,<2.0a0", v1: ">=1,<1.0.1.0a0"),
    Case("9d", "x.x", "x.x", v0: ">=9d,<9e", v1: ">=9d,<9d.1.0a0"),
    Case("2!1.2", "x.x", "x", v0: ">=1.2,<2.0a0", v1: ">=2!1.2,<2!2.0a0"),
    Case("1.2+cuda12", "x.x", "x.x", ">=1.2+cuda12,<1.3.0a0"),
    Case("1.2.3", "x.x.x", nil, ">=1.2.3"),
    Case("1.2.3", nil, "x.x.x", "<1.2.4.0a0"),
    Case("1.2.3", nil, nil, ""),
  ]

  @Test(arguments: cases) func bounds(_ item: Case) throws {
    let lower = try item.lower.map { Pin.Bound.places(try PinExpression($0)) }
    let upper = try item.upper.map { Pin.Bound.places(try PinExpression($0)) }
    let pin = Pin(lower: lower, upper: upper)
    #expect(try pin.spec(for: try Version(item.version), dialect: .conda) == item.v0)
    let version = try Version(item.version, dialect: .rattler)
    #expect(try pin.spec(for: version, dialect: .rattlerStrict) == item.v1)
  }

  @Test func defaultsAreBothTools() throws {
    let version = try Version("5.4.0")
    #expect(try Pin().spec(for: version, dialect: .conda) == ">=5.4.0,<6.0a0")
    #expect(try Pin().spec(for: version, dialect: .rattler) == ">=5.4.0,<6.0a0")
  }

  @Test func versionsAreBoundsAsTheyAre() throws {
    let pin = Pin(lower: .version(try Version("1.0.1")), upper: .version(try Version("2")))
    #expect(try pin.spec(for: try Version("1.2.3"), dialect: .rattler) == ">=1.0.1,<2")
  }

  @Test func exactPinsNameTheBuild() throws {
    let version = try Version("1.2")
    #expect(Pin.exact(version: version, build: "h0_0", dialect: .conda) == "1.2 h0_0")
    let spec = "box " + Pin.exact(version: version, build: "h0_0", dialect: .rattlerStrict)
    #expect(spec == "box ==1.2 h0_0")
    #expect(throws: Never.self) { try MatchSpec(spec, dialect: .rattlerStrict) }
  }

  @Test(arguments: ["", "x.", ".x", "xx", "x..x", "x.y", "1.2", "X"])
  func whatIsNoExpression(_ text: String) {
    #expect(throws: PinError.self) { try PinExpression(text) }
  }

  @Test func wordsCannotBeCountedUp() throws {
    let pin = Pin(lower: nil, upper: .places(try PinExpression("x.x")))
    let error = #expect(throws: PinError.self) {
      try pin.spec(for: try Version("1rc"), dialect: .conda)
    }
    #expect(error?.cause == .notANumber("rc"))
  }
}
