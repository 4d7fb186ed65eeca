/// How a variant's version is compared.
package enum VersionRelation: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case equal = "=="
  case differs = "!="
  case atLeast = ">="
  case greater = ">"

  package var negated: VersionRelation {
    switch self {
    case .less: .atLeast
    case .atMost: .greater
    case .equal: .differs
    case .differs: .equal
    case .atLeast: .less
    case .greater: .atMost
    }
  }
}
