/// A build number that variants can raise, so that solvers prefer them.
package struct BuildNumber: Hashable, Sendable {
  package var base: Int
  package var offsets: [Offset]

  package struct Offset: Hashable, Sendable {
    package var amount: Int
    package var condition: Condition

    package init(_ amount: Int, when condition: Condition) {
      self.amount = amount
      self.condition = condition
    }
  }

  package init(_ base: Int, offsets: [Offset] = []) {
    self.base = base
    self.offsets = offsets
  }

  package func value(in context: VariantContext) -> Int {
    offsets.reduce(base) { $1.condition.holds(in: context) ? $0 + $1.amount : $0 }
  }
}

extension Recipe {
  /// Gives every output that counts as the recipe does what variants add to the recipe's number.
  package mutating func addOffsets(of number: BuildNumber) {
    guard !number.offsets.isEmpty else { return }
    for index in outputs.indices where outputs[index].build.number == nil {
      outputs[index].build.number = number
    }
  }
}
