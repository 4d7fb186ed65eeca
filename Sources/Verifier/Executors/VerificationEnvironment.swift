/// What packages are built in.
package enum VerificationEnvironment: Sendable {
  /// This machine's packages.
  case host
  /// conda's, by a Python with rattler-build.
  case conda(channels: [String], python: String)

  package func verify(
    _ plan: BuildPlan, _ settings: VerificationSettings
  ) async -> VerificationReport {
    switch self {
    case .host: await Verification(plan, settings).run()
    case .conda(let channels, let python):
      await CondaVerification(plan, settings, channels: channels, python: python).run()
    }
  }

  /// What earlier runs found, if all of it still holds.
  func kept(_ plan: BuildPlan, _ settings: VerificationSettings) async -> VerificationReport? {
    switch self {
    case .host: await Verification(plan, settings).kept()
    case .conda: nil
    }
  }
}
