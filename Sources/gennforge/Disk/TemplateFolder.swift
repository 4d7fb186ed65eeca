import ArgumentParser
import Disk
import Templates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A user's templates, by file name.
enum TemplateFolder {
  static func set(from folder: String?) throws -> TemplateSet {
    guard let folder else { return TemplateSet() }
    guard let directory = opendir(folder) else {
      throw ValidationError("can't read the folder \(folder): \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var texts: [String: String] = [:]
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".mustache") { texts[name] = try DiskFile("\(folder)/\(name)").read() }
    }
    let templates = TemplateSet(overriding: texts)
    if let unknown = templates.unknownNames.first {
      throw ValidationError("\(folder)/\(unknown): no template has this name")
    }
    return templates
  }
}
