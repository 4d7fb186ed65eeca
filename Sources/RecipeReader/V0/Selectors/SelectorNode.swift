/// A parsed selector. Only what conda-build's evaluator allows can be expressed.
indirect enum SelectorNode: Hashable, Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case name(String)
  case tuple([SelectorNode])
  case list([SelectorNode])
  case dict([SelectorPair])
  case not(SelectorNode)
  case negative(SelectorNode)
  case all([SelectorNode])
  case any([SelectorNode])
  case comparison(SelectorNode, [SelectorComparison])
  case arithmetic(SelectorNode, PythonOperator, SelectorNode)
  case conditional(then: SelectorNode, when: SelectorNode, otherwise: SelectorNode)
  case attribute(SelectorNode, String)
  case item(SelectorNode, SelectorNode)
  case call(String, [SelectorNode])
  case method(SelectorNode, String, [SelectorNode])
}

struct SelectorPair: Hashable, Sendable {
  var key: SelectorNode
  var value: SelectorNode
}

/// One link of a chain: `< b` in `a < b`.
struct SelectorComparison: Hashable, Sendable {
  var relation: PythonRelation
  var operand: SelectorNode
}
