package import Binaries

/// What a file of a package holds, without its bytes.
package struct InspectedFile: Hashable, Sendable {
  /// From the environment's root, with `/` on every system.
  package var path: String
  /// What a link points to, as it is written.
  package var linkTarget: String?
  package var binaries: [Binary] = []
  /// Why a file that begins as a binary is none.
  package var defect: BinaryError?
  /// Of a file that is read as text: `METADATA` of Python packages.
  package var text: String?
  /// Paths of the machine that built it.
  package var buildPaths: [BuildPath] = []

  package init(link path: String, to target: String) {
    self.path = path
    linkTarget = target
  }

  /// Reads what is of interest in the bytes.
  ///
  /// - Parameter placeholder: The path in the file that the installer replaces with the
  ///   environment's, which is no mistake therefore.
  package init(
    _ path: String, bytes: [UInt8], placeholder: String? = nil, buildFolders: [String] = []
  ) {
    self.path = path
    do throws(BinaryError) {
      binaries = try Binary.all(in: bytes)
    } catch {
      defect = error
    }
    if path.hasSuffix(".dist-info/METADATA") { text = String(decoding: bytes, as: UTF8.self) }
    buildPaths = BuildPath.all(in: bytes, folders: buildFolders, placeholder: placeholder)
  }

  package var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  package var fileName: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
