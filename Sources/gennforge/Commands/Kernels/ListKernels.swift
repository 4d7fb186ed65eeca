import ArgumentParser
import Diagnostics
import SpikingModels

/// `gennforge kernels list`
struct ListKernels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the gallery's networks.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() {
    let models = GalleryModel.allCases.map { ($0, $0.experiment()) }
    guard !json else {
      let rows = models.map { model, experiment -> JSONText in
        [
          "name": .string(model.rawValue), "neurons": .integer(Self.neurons(experiment)),
          "projections": .integer(experiment.network.projections.count),
          "steps": .integer(experiment.steps),
          "dt_ms": .number(experiment.network.dt.inMilliseconds),
          "criterion": .string(experiment.criterion.rawValue), "shows": .string(experiment.shows),
          "source": .string(experiment.source),
        ]
      }
      return Terminal.print(JSONText.array(rows).text(.pretty))
    }
    var table = TextTable(["network", "neurons", "steps", "criterion", "shows"])
    for (model, experiment) in models {
      table.add([
        model.rawValue, "\(Self.neurons(experiment))", "\(experiment.steps)",
        experiment.criterion.rawValue, experiment.shows,
      ])
    }
    Terminal.print(table.text)
  }

  private static func neurons(_ experiment: Experiment) -> Int {
    experiment.network.populations.reduce(0) { $0 + $1.count }
  }
}
