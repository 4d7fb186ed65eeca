import Diagnostics

extension Diagnostic {
  static func slurmAbsent(_ program: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "there is no '\(program)' on this machine",
      remedy: "run on a machine that submits to Slurm (Debian: apt install slurm-client)")
  }

  static func slurmRefuses(_ message: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "Slurm does not take the job: \(message)",
      remedy: "say what it asks for with --slurm-option, such as --slurm-option=--partition=long")
  }

  static func slurmSilent(_ message: String, _ seconds: Int) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "Slurm has not answered for \(seconds) s: \(message)",
      remedy: "run the same command again when it is back: it collects what has ended meanwhile")
  }

  static func slurmLosesVariant(_ variant: String, _ times: Int, log: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the worker for '\(variant)' ended \(times) times without a report",
      remedy: "look at \(log); its memory or time may be too little (--slurm-option=--mem=8G)")
  }

  /// Slurm itself holds it, since its node couldn't start it.
  static func slurmHoldsVariant(
    _ variant: String, _ reason: String, _ times: Int, log: String
  ) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "Slurm can't start the worker for '\(variant)': it was held and released \(times) times (\(reason))",
      remedy:
        "look at the node's slurmd log and at 'sinfo -R', mend or leave out the node (--slurm-option=--exclude=NODE), and run the same command again; other logs are in \(log)"
    )
  }

  /// Somebody told Slurm to hold it.
  static func slurmVariantHeld(
    _ variant: String, _ task: String, _ reason: String, _ seconds: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "the worker for '\(variant)' has been held for \(seconds) s (\(reason)); it stays in the queue",
      remedy: "scontrol release \(task), and run the same command again: it collects what has ended"
    )
  }
}
