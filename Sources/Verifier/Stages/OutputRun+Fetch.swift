import Diagnostics
import Disk

extension OutputRun {
  var sourceInputs: String {
    var inputs = output.sources.map { "\($0)" }
    if let source = settings.source {
      inputs.append(source)
      if DiskEntry(source).kind == .folder {
        inputs += FolderTree(source).states.map { "\($0.key) \($0.value)" }.sorted()
      } else {
        inputs.append(FolderTree.state(ofFile: source).map { "\($0)" } ?? "")
      }
    }
    for source in output.sources {
      for patch in source.patches {
        let bytes = (try? DiskFile("\(plan.recipeFolder)/\(patch)").bytes()) ?? []
        inputs.append(Fingerprint.of(bytes))
      }
      if case .path(let path) = source.origin {
        inputs += FolderTree(inRecipe(path)).states.map { "\($0.key) \($0.value)" }.sorted()
      }
    }
    return inputs.joined(separator: "\n")
  }

  private func inRecipe(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(plan.recipeFolder)/\(path)"
  }

  mutating func fetch(_ report: inout StageReport) async throws(Diagnostic) {
    FolderTree(area.work).remove()
    do throws(DiskFile.Failure) {
      try FolderTree(area.work).make()
    } catch {
      throw .prefixNotMade(error.description)
    }
    let place = plan.places.place(ofKey: "source", output: output.name)
    for (number, source) in output.sources.enumerated() {
      var folder = area.work
      if let target = source.folder {
        folder += "/" + target
        do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch {
          throw .prefixNotMade(error.description)
        }
      }
      let fetcher = SourceFetcher(
        source: source, place: place, cache: settings.work + "/cache/downloads",
        recipeFolder: plan.recipeFolder, log: report.log, clock: workshop.clock)
      if number == 0, let local = settings.source {
        try await fetcher.take(local, into: folder, &report)
      } else {
        try await fetcher.fetch(into: folder, &report)
      }
      for patch in source.patches { try await fetcher.apply(patch, in: folder) }
    }
  }
}
