/// A statement as it is written.
struct Statement: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case declaration(isConstant: Bool, TypeName, [Declarator])
    case expression(Expression)
    case empty
    case block([Statement])
    case conditional(Expression, then: Statement, otherwise: Statement?)
    case whileLoop(Expression, Statement)
    case doLoop(Statement, Expression)
    case forLoop(start: Statement, condition: Expression?, step: Expression?, body: Statement)
    case leaveLoop
    case nextRound
  }

  struct Declarator: Hashable, Sendable {
    var name: String
    var initial: Expression?
    var offset: Int
  }

  var kind: Kind
  var offset: Int
}
