/// A piece of a template: text, output or a statement.
indirect enum JinjaStatement: Hashable, Sendable {
  case text(Range<Int>)
  case output(JinjaExpression, offset: Int)
  case assignment(JinjaTarget, JinjaExpression, offset: Int)
  /// `{% set x %}…{% endset %}`.
  case capture(JinjaTarget, filters: [JinjaOperation], body: [JinjaStatement], offset: Int)
  case conditional([JinjaBranch], otherwise: [JinjaStatement])
  case loop(JinjaLoop)
  case macro(JinjaMacro)
  /// `{% call f(x) %}…{% endcall %}`.
  case callBlock(JinjaExpression, JinjaMacro, offset: Int)
  case filterBlock([JinjaOperation], body: [JinjaStatement], offset: Int)
  /// `{% with %}`; also `{% block %}` and `{% autoescape %}`, which only group here.
  case scope([JinjaBinding], body: [JinjaStatement], offset: Int)
  case include(JinjaExpression, mayBeMissing: Bool, offset: Int)
  case importModule(JinjaExpression, name: String, offset: Int)
  case importNames(JinjaExpression, [JinjaImport], offset: Int)
}

struct JinjaBranch: Hashable, Sendable {
  var condition: JinjaExpression
  var body: [JinjaStatement]
  var offset: Int
}

struct JinjaBinding: Hashable, Sendable {
  var target: JinjaTarget
  var value: JinjaExpression
}

struct JinjaImport: Hashable, Sendable {
  var name: String
  var alias: String
}

/// What `set` and `for` assign to.
indirect enum JinjaTarget: Hashable, Sendable {
  case name(String)
  /// `ns.count`, where `ns` is a `namespace()`.
  case member(of: String, String)
  case tuple([JinjaTarget])
}

struct JinjaLoop: Hashable, Sendable {
  var target: JinjaTarget
  var values: JinjaExpression
  /// `{% for x in xs if … %}`.
  var condition: JinjaExpression?
  var isRecursive: Bool
  var body: [JinjaStatement]
  var otherwise: [JinjaStatement]
  var offset: Int
}

struct JinjaMacro: Hashable, Sendable {
  struct Parameter: Hashable, Sendable {
    var name: String
    var fallback: JinjaExpression?
  }

  var name: String
  var parameters: [Parameter]
  var body: [JinjaStatement]
}
