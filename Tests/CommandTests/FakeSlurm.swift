import Foundation

/// Slurm's commands as scripts that tell of one job with one task, which is held until it was released often
/// enough, and then runs.
struct FakeSlurm {
  let bench: VariantBench

  /// - Parameter reason: why the task waits.
  /// - Parameter releases: how many it takes to start the task.
  init(_ bench: VariantBench, reason: String, releases: Int) throws {
    self.bench = bench
    try write(reason, to: "reason")
    try write("\(releases)", to: "releases")
    let scripts = [
      "sbatch": """
      while [ $# -gt 2 ]; do shift; done
      printf '%s' "$1" >script
      printf '%s' "$2" >folder
      echo 7
      """,
      "squeue": """
      if [ -e ended ] || [ -e cancelled ]; then exit 0; fi
      if [ -e started ]; then echo "7 0 R None"; else echo "7 0 PD $(cat reason)"; fi
      """,
      "scontrol": """
      echo "$*" >>releases.told
      if [ "$(wc -l <releases.told)" -lt "$(cat releases)" ]; then exit 0; fi
      touch started
      (cd ..; SLURM_ARRAY_TASK_ID=0 bash "$(cat slurm/script)" "$(cat slurm/folder)" \\
        >slurm/log 2>&1; touch slurm/ended) >/dev/null 2>&1 &
      """,
      "scancel": #"echo "$*" >cancelled"#,
    ]
    for (name, text) in scripts {
      try write("#!/bin/sh\ncd \"$(dirname \"$0\")\" || exit\n\(text)\n", to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: file(name).path(percentEncoded: false))
    }
  }

  var environment: [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return ["PATH": file("").path(percentEncoded: false) + ":" + path]
  }

  /// What the scripts wrote; nil if they didn't.
  func text(_ name: String) -> String? { try? String(contentsOf: file(name), encoding: .utf8) }

  private func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(at: file(""), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file(name))
  }

  private func file(_ name: String) -> URL { bench.tool.folder.appending(path: "slurm/\(name)") }
}
