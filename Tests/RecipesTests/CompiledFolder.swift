import Diagnostics
import Foundation
import GeNNForge
import RecipeWriter

/// A recipe compiled into a folder that goes away with it.
final class CompiledFolder {
  let folder = FileManager.default.temporaryDirectory.appending(path: "compiled \(UUID())")
  let findings: [Diagnostic]

  init(_ recipe: Recipe, format: RecipeFormat) throws {
    let (model, problems) = recipe.model()
    let feedstock = Feedstock(model, format: format)
    findings = problems.all + feedstock.findings.all
    for file in feedstock.files {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A recipe that reads no key has no variants file.
  func existing(_ path: String) -> [URL] {
    FileManager.default.fileExists(atPath: self[path].path(percentEncoded: false))
      ? [self[path]] : []
  }

  subscript(path: String) -> URL { folder.appending(path: path) }
}
