/// A statement as it is written.
struct Statement: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case declaration(TypeSpecifier, [Declarator])
    case expression(Expression)
    case empty
    case block([Statement])
    case conditional(Expression, then: Statement, otherwise: Statement?)
    case whileLoop(Expression, Statement)
    case doLoop(Statement, Expression)
    case forLoop(start: Statement, condition: Expression?, step: Expression?, body: Statement)
    case leaveLoop
    case nextRound
    case switchOn(Expression, [Statement])
    /// `case VALUE: statement`, or `default: statement` without a value.
    case label(Expression?, Statement)
    case forEachSynapse(Statement)
  }

  struct Declarator: Hashable, Sendable {
    var name: String
    var initial: Expression?
    var offset: Int
  }

  var kind: Kind
  var offset: Int
}
