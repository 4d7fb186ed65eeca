import Diagnostics
import Disk

/// The lines that findings point to, if the recipes' sources are at hand.
///
/// Swift names a file `Recipes/PyGeNN.swift`: module and file. It is looked for below the current folder.
enum SourceFiles {
  static func texts(for findings: Findings) -> SourceTexts {
    var texts: [String: String] = [:]
    for file in Set(findings.all.compactMap(\.location?.file)) {
      for folder in ["", "Sources/"] {
        if let text = try? DiskFile(folder + file).read() {
          texts[file] = text
          break
        }
      }
    }
    return SourceTexts(texts)
  }
}
