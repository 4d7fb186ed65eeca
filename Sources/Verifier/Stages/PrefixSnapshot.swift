import Disk

/// The files of a prefix at one time, kept in a file.
struct PrefixSnapshot: Sendable {
  var states: [String: FolderTree.State]

  init(of folder: String) { states = FolderTree(folder).states }

  init(reading file: String) throws(DiskFile.Failure) {
    states = [:]
    for line in try DiskFile(file).read().split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 3)
      guard fields.count == 4, let size = Int(fields[0]), let seconds = Int(fields[1]),
        let nanoseconds = Int(fields[2])
      else { continue }
      states[String(fields[3])] = .init(size: size, seconds: seconds, nanoseconds: nanoseconds)
    }
  }

  func write(to file: String) throws(DiskFile.Failure) {
    let lines = states.map {
      "\($0.value.size)\t\($0.value.seconds)\t\($0.value.nanoseconds)\t\($0.key)\n"
    }
    try DiskFile(file).write(lines.sorted().joined())
  }
}
