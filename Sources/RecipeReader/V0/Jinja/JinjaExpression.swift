/// An expression of a template.
indirect enum JinjaExpression: Hashable, Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case name(String)
  case tuple([JinjaExpression])
  case list([JinjaExpression])
  case dict([JinjaPair])
  case not(JinjaExpression)
  case negative(JinjaExpression)
  case positive(JinjaExpression)
  case all(JinjaExpression, JinjaExpression)
  case any(JinjaExpression, JinjaExpression)
  case comparison(JinjaExpression, [JinjaComparison])
  case arithmetic(JinjaExpression, PythonOperator, JinjaExpression)
  /// `a ~ b ~ c`.
  case joined([JinjaExpression])
  case conditional(then: JinjaExpression, when: JinjaExpression, otherwise: JinjaExpression?)
  case attribute(JinjaExpression, String)
  case item(JinjaExpression, JinjaExpression)
  case slice(JinjaExpression, JinjaSlice)
  case call(JinjaExpression, JinjaArguments)
  case filter(JinjaExpression, JinjaOperation)
  case test(JinjaExpression, JinjaOperation)
}

struct JinjaPair: Hashable, Sendable {
  var key: JinjaExpression
  var value: JinjaExpression
}

struct JinjaComparison: Hashable, Sendable {
  var relation: PythonRelation
  var operand: JinjaExpression
}

struct JinjaSlice: Hashable, Sendable {
  var start: JinjaExpression?
  var stop: JinjaExpression?
  var step: JinjaExpression?
}

/// A filter or test with its arguments: `replace("a", "b")`.
struct JinjaOperation: Hashable, Sendable {
  var name: String
  var arguments: JinjaArguments
  var offset: Int
}

struct JinjaArguments: Hashable, Sendable {
  struct Keyword: Hashable, Sendable {
    var name: String
    var value: JinjaExpression
  }

  var positional: [JinjaExpression] = []
  var keywords: [Keyword] = []
  /// `*args` and `**kwargs`.
  var positionalRest: JinjaExpression?
  var keywordRest: JinjaExpression?
}
