import Diagnostics
import Disk

extension PinningCache {
  /// What was downloaded, from where and when, and the SHA-256 of each file.
  struct Manifest {
    var url: String
    var commit: String
    /// Of the commit.
    var day: CalendarDay
    var fetched: CalendarDay
    var digests: [(path: String, digest: String)]

    init(
      url: String, commit: String, day: CalendarDay, fetched: CalendarDay,
      digests: [(path: String, digest: String)]
    ) {
      self.url = url
      self.commit = commit
      self.day = day
      self.fetched = fetched
      self.digests = digests
    }

    var text: String {
      var lines = [
        "url \(url)", "commit \(commit)", "day \(day.text)", "fetched \(fetched.text)",
      ]
      lines += digests.sorted { $0.path < $1.path }.map { "sha256 \($0.digest) \($0.path)" }
      return lines.joined(separator: "\n") + "\n"
    }

    init(_ text: String, file: String) throws(Diagnostic) {
      var fields: [String: String] = [:]
      var digests: [(path: String, digest: String)] = []
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        if parts[0] == "sha256" {
          let pair = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
          // Nothing outside the folder is the download's.
          guard pair.count == 2, !pair[1].hasPrefix("/"), !pair[1].contains("..") else { continue }
          digests.append((pair[1], pair[0]))
        } else {
          fields[parts[0]] = parts[1]
        }
      }
      guard let url = fields["url"], let commit = fields["commit"],
        let day = fields["day"].flatMap({ CalendarDay($0) }),
        let fetched = fields["fetched"].flatMap({ CalendarDay($0) }), !digests.isEmpty
      else { throw .cachedPinningDamaged("it is incomplete", at: file) }
      self.init(url: url, commit: commit, day: day, fetched: fetched, digests: digests)
    }
  }
}
