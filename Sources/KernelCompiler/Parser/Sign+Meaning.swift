extension Sign {
  /// The operator that this sign is before an operand.
  var unary: UnaryOperator? {
    switch self {
    case .plus: .plus
    case .minus: .minus
    case .tilde: .complement
    case .not: .not
    default: nil
    }
  }

  /// What a sign between two operands does.
  enum Meaning {
    case value(BinaryOperator)
    case logic(LogicalOperator)
  }

  /// The operator that this sign is between two operands, and how strongly it binds.
  var binary: (meaning: Meaning, strength: Int)? {
    switch self {
    case .logicalOr: (.logic(.or), 0)
    case .logicalAnd: (.logic(.and), 1)
    case .or: (.value(.or), 2)
    case .xor: (.value(.xor), 3)
    case .and: (.value(.and), 4)
    case .equal: (.value(.equal), 5)
    case .notEqual: (.value(.notEqual), 5)
    case .less: (.value(.less), 6)
    case .lessEqual: (.value(.lessEqual), 6)
    case .greater: (.value(.greater), 6)
    case .greaterEqual: (.value(.greaterEqual), 6)
    case .shiftLeft, .shiftRight: (.value(.shiftLeft), 7)
    case .plus: (.value(.add), 8)
    case .minus: (.value(.subtract), 8)
    case .times: (.value(.multiply), 9)
    case .divide: (.value(.divide), 9)
    case .remainder: (.value(.remainder), 9)
    default: nil
    }
  }

  /// What an assignment's sign does to the old value.
  enum Assignment {
    case replaces
    case combines(BinaryOperator)
  }

  /// What this sign assigns; nil if it is no assignment.
  var assignment: Assignment? {
    switch self {
    case .assign: .replaces
    case .plusAssign: .combines(.add)
    case .minusAssign: .combines(.subtract)
    case .timesAssign: .combines(.multiply)
    case .divideAssign: .combines(.divide)
    case .remainderAssign: .combines(.remainder)
    case .andAssign: .combines(.and)
    case .orAssign: .combines(.or)
    case .xorAssign: .combines(.xor)
    case .shiftLeftAssign, .shiftRightAssign: .combines(.shiftLeft)
    default: nil
    }
  }
}
