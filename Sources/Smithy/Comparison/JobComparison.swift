/// Which jobs are new, gone or changed between two rerenderings of one feedstock.
package struct JobComparison: Sendable {
  /// A job before and after, and what is different about it.
  package struct Change: Sendable {
    package var before: BuildJob
    package var after: BuildJob
    package var values: [ValueChange]
    package var lostPackages: [BuiltPackage]
    package var newPackages: [BuiltPackage]
  }

  /// A key of a job; nil where the job has no such key.
  package struct ValueChange: Sendable {
    package var key: String
    package var before: JobValue?
    package var after: JobValue?
  }

  package private(set) var appeared: [BuildJob] = []
  package private(set) var disappeared: [BuildJob] = []
  package private(set) var changed: [Change] = []
  package private(set) var unchanged: [BuildJob] = []
  /// The keys by which jobs of either side are told apart, by platform.
  package private(set) var keys: [String: [String]] = [:]

  package init(_ before: [BuildJob], _ after: [BuildJob]) {
    for platform in Set((before + after).map(\.platform)).sorted() {
      let old = before.filter { $0.platform == platform }
      let new = after.filter { $0.platform == platform }
      keys[platform] = Set((old + new).flatMap(\.choice.keys)).sorted()
      compare(old, new, keys[platform] ?? [])
    }
  }

  package var isEmpty: Bool { appeared.isEmpty && disappeared.isEmpty && changed.isEmpty }

  /// Jobs are the same where they agree in all keys that tell any jobs apart; of the others those that
  /// differ in one key are one job that changed.
  private mutating func compare(_ old: [BuildJob], _ new: [BuildJob], _ keys: [String]) {
    var open = new
    var rest: [BuildJob] = []
    for job in old {
      let wanted = job.values(of: keys)
      if let index = open.firstIndex(where: { $0.values(of: keys) == wanted }) {
        pair(job, open.remove(at: index))
      } else {
        rest.append(job)
      }
    }
    for job in rest {
      let wanted = job.values(of: keys)
      let index = open.firstIndex { other in
        zip(wanted, other.values(of: keys)).count { $0 != $1 } == 1
      }
      if let index { pair(job, open.remove(at: index)) } else { disappeared.append(job) }
    }
    appeared += open
  }

  private mutating func pair(_ before: BuildJob, _ after: BuildJob) {
    let (old, new) = (before.valuesByKey, after.valuesByKey)
    let values = Set(old.keys).union(new.keys).sorted().compactMap { key -> ValueChange? in
      guard old[key]?.values != new[key]?.values else { return nil }
      return ValueChange(key: key, before: old[key], after: new[key])
    }
    let (left, right) = (Set(before.packages), Set(after.packages))
    // A file may have another name and say the same.
    if values.isEmpty, left == right {
      unchanged.append(after)
      return
    }
    changed.append(
      Change(
        before: before, after: after, values: values,
        lostPackages: before.packages.filter { !right.contains($0) },
        newPackages: after.packages.filter { !left.contains($0) }))
  }
}

extension BuildJob {
  fileprivate var valuesByKey: [String: JobValue] {
    Dictionary(values.map { ($0.key, $0) }) { first, _ in first }
  }

  /// Of keys that the job hasn't, nothing.
  package func values(of keys: [String]) -> [[String]] {
    let known = valuesByKey
    return keys.map { known[$0]?.values ?? [] }
  }
}
