import Disk

/// This process's command line as a worker's, which verifies one of the variants and reports to a file.
enum WorkerCommand {
  private static let withValue: Set<String> = [
    "--executor", "--jobs", "--slurm-option", "--slurm-patience", "--only", "--html", "--junit",
    "--json-file",
  ]
  private static let flags: Set<String> = ["--all-variants", "--json"]

  static func words(of arguments: [String]) -> [String] {
    var words = [AbsolutePath.of("/proc/self/exe")]
    var rest = arguments.dropFirst()
    while let word = rest.popFirst() {
      if withValue.contains(word) {
        _ = rest.popFirst()
      } else if !flags.contains(word), !withValue.contains(String(word.prefix { $0 != "=" })) {
        words.append(word)
      }
    }
    return words + ["--all-variants"]
  }
}
