import Diagnostics
import Disk
import YAML

/// A job array that was submitted, kept on disk so that another process can collect it.
struct SlurmSubmission: Hashable, Sendable {
  var job: String
  /// Of its own: script, arguments, reports and logs.
  var folder: String
  /// Variants by the number of their task.
  var variants: [String]

  func report(_ task: Int) -> String { "\(folder)/\(task).json" }
  func log(_ task: Int) -> String { "\(folder)/\(task).log" }

  /// The script reads lists whose entries end in NUL, so that nothing needs quotes.
  static let script = """
    #!/bin/bash
    # gennforge: verifies one variant of a recipe; the number of the task says which.
    set -euo pipefail
    folder=$1
    mapfile -d '' -t words <"$folder/command"
    mapfile -d '' -t variants <"$folder/variants"
    task=$SLURM_ARRAY_TASK_ID
    exec "${words[@]}" --only "${variants[$task]}" --json-file "$folder/$task.json"

    """

  /// Writes what the tasks read.
  static func prepare(
    _ variants: [String], command: [String], in folder: String
  ) throws(DiskFile.Failure) {
    func list(_ words: [String]) -> String { words.map { $0 + "\0" }.joined() }
    try DiskFile(folder + "/command").write(list(command))
    try DiskFile(folder + "/variants").write(list(variants))
    try DiskFile(folder + "/job.sh").write(script)
  }

  /// The report of a task that ended.
  func ended(_ task: Int) -> VerificationReport? {
    guard let bytes = try? DiskFile(report(task)).bytes(),
      let node = try? JSONReader(file: report(task)).document(bytes: bytes)
    else { return nil }
    return VerificationReport(record: node)
  }

  func write(to file: String) throws(DiskFile.Failure) {
    let record: JSONText = [
      "job": .string(job), "folder": .string(folder), "variants": .strings(variants),
    ]
    try DiskFile(file).write(record.text() + "\n")
  }

  init(job: String, folder: String, variants: [String]) {
    (self.job, self.folder, self.variants) = (job, folder, variants)
  }

  /// nil if there is none.
  init?(reading file: String) {
    guard let bytes = try? DiskFile(file).bytes(),
      let node = try? JSONReader(file: file).document(bytes: bytes),
      let job = node["job"]?.scalar?.text, let folder = node["folder"]?.scalar?.text,
      let variants = node["variants"]?.texts
    else { return nil }
    self.init(job: job, folder: folder, variants: variants)
  }
}
