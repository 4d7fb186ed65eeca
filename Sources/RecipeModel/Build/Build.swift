import Diagnostics

/// How a package is built.
package struct Build: Hashable, Sendable {
  package var number: BuildNumber?
  /// The first whose condition holds; none leaves the string to the build tool.
  package var string: [Item<Text>] = []
  /// No build where any of these holds.
  package var skip: [Located<Condition>] = []
  package var noarch: Located<Noarch>?
  package var script: BuildScript?
  /// A script's lines as the recipe itself holds them, in the shell of the platform.
  package var commands: [Item<String>] = []
  /// What the script finds in its environment.
  package var environment: [Item<BuildVariable>] = []
  package var dynamicLinking = DynamicLinking()
  package var variant = VariantUse()
  /// `name = module:function`
  package var entryPoints: [Located<String>] = []

  package init() {}
}

package enum Noarch: String, Hashable, Sendable {
  case python, generic
}

/// Which of the variant's keys count, and which build a solver should avoid.
package struct VariantUse: Hashable, Sendable {
  package var useKeys: [Located<VariantKey>] = []
  package var ignoreKeys: [Located<VariantKey>] = []
  package var downPrioritize: [Item<Int>] = []

  package init() {}
  package var isEmpty: Bool { useKeys.isEmpty && ignoreKeys.isEmpty && downPrioritize.isEmpty }
}
