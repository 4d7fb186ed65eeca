package import Diagnostics

/// Verifies a recipe's variants somewhere. Whatever happens to it, a variant that was verified is not
/// verified again: each keeps its records in an area of its own.
package protocol VerificationExecutor: Sendable {
  /// - Returns: a report for each plan, in their order.
  func verify(
    _ plans: [BuildPlan], _ settings: VerificationSettings
  ) async throws(Diagnostic) -> [VerificationReport]
}

/// Verifies variants in this process, several at one time.
package struct LocalExecutor: VerificationExecutor {
  var environment: VerificationEnvironment
  var jobs: Int

  package init(_ environment: VerificationEnvironment, jobs: Int) {
    self.environment = environment
    self.jobs = jobs
  }

  package func verify(
    _ plans: [BuildPlan], _ settings: VerificationSettings
  ) async -> [VerificationReport] {
    var settings = settings
    let width = min(jobs, plans.count)
    if width > 1 { settings.processors = max(1, BuildVariables.processors / width) }
    return await withTaskGroup(of: (index: Int, report: VerificationReport).self) { group in
      var reports: [Int: VerificationReport] = [:]
      for index in plans.indices {
        if index >= width, let ended = await group.next() { reports[ended.index] = ended.report }
        let (plan, settings) = (plans[index], settings.about(plans[index], of: plans.count))
        group.addTask { (index, await environment.verify(plan, settings)) }
      }
      for await ended in group { reports[ended.index] = ended.report }
      return plans.indices.compactMap { reports[$0] }
    }
  }
}

extension VerificationSettings {
  /// Whose progress says which variant it is about, where there are several.
  func about(_ plan: BuildPlan, of count: Int) -> VerificationSettings {
    guard count > 1 else { return self }
    var settings = self
    settings.progress = { [progress] in progress($0.of(plan.variant)) }
    return settings
  }
}
