import Testing
import YAML

@Suite struct ResolutionTests {
  /// What PyYAML 6.0.3 answered.
  @Test(
    arguments: [
      ("3.10", .float(3.1)), ("12.9", .float(12.9)), ("010", .int(8)), ("0o7", .string("0o7")),
      ("08", .string("08")), ("08.", .float(8)), ("0x1F", .int(31)), ("0b101", .int(5)),
      ("1_000", .int(1000)), ("0_", .int(0)), ("-0x_1F", .int(-31)), ("+12", .int(12)),
      ("190:20:30", .int(685230)), ("-190:20:30", .int(-685230)), ("1:60", .string("1:60")),
      ("190:20:30.15", .float(685230.15)), ("1e3", .string("1e3")), ("1.0e3", .string("1.0e3")),
      ("1.0e+3", .float(1000)), (".5", .float(0.5)), ("-.5", .string("-.5")), ("1.", .float(1)),
      ("1_0.5_1", .float(10.51)), (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)),
      (".NaN", .float(.nan)), (".iNf", .string(".iNf")), ("1.e+400", .float(.infinity)),
      ("~", .null), ("", .null), ("Null", .null), ("nUll", .string("nUll")), ("on", .bool(true)),
      ("No", .bool(false)), ("yEs", .string("yEs")), ("y", .string("y")),
      ("99999999999999999999", .bigInt("99999999999999999999")),
      ("-0xFFFFFFFFFFFFFFFFFF", .bigInt("-4722366482869645213695")),
      ("-9223372036854775808", .int(.min)), ("2001-12-14", .timestamp("2001-12-14")),
      ("2001-1-4", .string("2001-1-4")), ("2001-1-4 1:02:03", .timestamp("2001-1-4 1:02:03")),
      ("2001-12-14t21:59:43.10-05:00", .timestamp("2001-12-14t21:59:43.10-05:00")),
      ("2001-12-14 21:59", .string("2001-12-14 21:59")),
    ] as [(String, YAMLValue)])
  func pyyaml(text: String, value: YAMLValue) {
    #expect(YAMLSchema.pyyaml.value(ofPlain: text) == value)
    #expect(YAMLSchema.base.value(ofPlain: text) == .string(text))
  }

  /// What py-rattler-build 0.73 made of a value in `context` and in a variant file (first), and in
  /// `extra` (second, where it differs).
  @Test(
    arguments: [
      ("3.10", .string("3.10"), .float(3.1)), ("12", .int(12), nil), ("012", .int(12), nil),
      ("-012", .int(-12), nil), ("+1", .int(1), nil), ("0o7", .string("0o7"), nil),
      ("0x1F", .string("0x1F"), nil), ("1_000", .string("1_000"), nil),
      ("1e3", .string("1e3"), .float(1000)), (".5", .string(".5"), .float(0.5)),
      ("+.5", .string("+.5"), .float(0.5)), ("1.", .string("1."), .float(1)),
      (".", .string("."), nil), ("1e", .string("1e"), nil), (".inf", .string(".inf"), nil),
      ("inf", .string("inf"), .null), ("-nan", .string("-nan"), .null),
      ("Infinity", .string("Infinity"), .null), ("1e400", .string("1e400"), .null),
      ("1e-400", .string("1e-400"), .float(0)), ("True", .bool(true), nil),
      ("tRue", .string("tRue"), nil), ("FALSE", .bool(false), nil), ("yes", .string("yes"), nil),
      ("on", .string("on"), nil), ("null", .string("null"), .null), ("~", .string("~"), .null),
      ("", .string(""), .null), ("Null", .string("Null"), nil),
      ("9223372036854775807", .int(.max), nil),
      ("9223372036854775808", .string("9223372036854775808"), .float(9.223372036854775808e18)),
      ("2001-12-14", .string("2001-12-14"), nil), ("190:20:30", .string("190:20:30"), nil),
    ] as [(String, YAMLValue, YAMLValue?)])
  func rattler(text: String, value: YAMLValue, extra: YAMLValue?) {
    #expect(YAMLSchema.core12.value(ofPlain: text) == value)
    #expect(YAMLSchema.core12Extra.value(ofPlain: text) == extra ?? value)
  }

  @Test func quotesMakeText() {
    for schema in YAMLSchema.allCases {
      #expect(YAMLScalar("3", style: .single).resolved(by: schema) == .string("3"))
      #expect(YAMLScalar("3", style: .literal).resolved(by: schema) == .string("3"))
    }
    // Seen with `extra: {v: '~'}`: rattler-build passes null on.
    #expect(YAMLScalar("~", style: .single).resolved(by: .core12Extra) == .null)
    #expect(YAMLScalar("inf", style: .single).resolved(by: .core12Extra) == .string("inf"))
  }

  @Test(
    arguments: [
      ("int", "0x1F", .int(31)), ("int", "x", .string("x")), ("float", "3", .float(3)),
      ("bool", "yEs", .bool(true)), ("null", "x", .null), ("str", "3", .string("3")),
      ("timestamp", "2001-12-14", .timestamp("2001-12-14")),
    ] as [(String, String, YAMLValue)])
  func standardTagsCount(tag: String, text: String, value: YAMLValue) {
    let scalar = YAMLScalar(text, style: .double, tag: "tag:yaml.org,2002:\(tag)")
    #expect(scalar.resolved(by: .pyyaml) == value)
    #expect(scalar.resolved(by: .base) == .string(text))
  }

  @Test(.enabled(if: Oracle.isThere, Oracle.whyNot))
  func everyGeneratedScalarIsPyYAMLs() throws {
    var random = SeededGenerator(seed: 11)
    let texts = Set((0..<12000).map { _ in random.scalarText() }).sorted()
    let answers = try Oracle.answers(to: texts.map { .resolve($0) })
    var different = 0
    for (text, answer) in zip(texts, answers) {
      let ours = Tree(YAMLSchema.pyyaml.value(ofPlain: text))
      // Where PyYAML's constructors fail (`0x_`, 32 December, `=`), text or date remains.
      if case .error = answer {
        #expect(ours == .string(text) || ours == .timestamp(text))
      } else {
        #expect(ours == answer, "\(text)")
        if answer != .string(text) { different += 1 }
      }
    }
    #expect(different > 1000)
  }
}
