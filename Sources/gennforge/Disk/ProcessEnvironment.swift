import Disk

#if canImport(Darwin)
  import Darwin
#endif

/// The environment variables of this process, for recipes that may see them.
enum ProcessEnvironment {
  static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    for entry in entries() {
      guard let equals = entry.firstIndex(of: "="), equals != entry.startIndex else { continue }
      variables[String(entry[..<equals])] = String(entry[entry.index(after: equals)...])
    }
    return variables
  }

  #if canImport(Darwin)
    private static func entries() -> [String] {
      var entries: [String] = []
      var next = _NSGetEnviron().pointee
      while let entry = next.pointee {
        entries.append(String(cString: entry))
        next += 1
      }
      return entries
    }
  #else
    /// Swift's rules on concurrency don't let one read C's `environ`.
    private static func entries() -> [String] {
      let bytes = (try? DiskFile("/proc/self/environ").bytes()) ?? []
      return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  #endif
}
