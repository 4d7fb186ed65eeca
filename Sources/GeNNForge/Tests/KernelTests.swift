import RecipeModel
public import SpikingModels

/// Networks that the package must run: they become a test file of the recipe, with the spikes that a
/// reference simulation found, and `gennforge verify --kernels` runs them with every engine.
///
///     KernelTests(Gallery.izhikevichRegularSpiking(), Gallery.lifFrequencyCurve())
///
/// The test asks PyGeNN for its CPU backend, and where the output uses CUDA, in the builds that have it, for that backend, too. Without
/// a device the CUDA part checks files, `CUDA_PATH` and nvcc, and says that nothing was run.
public struct KernelTests: OutputWord {
  /// The test's name in the recipe's folder.
  public static let fileName = "test_kernels.py"

  var experiments: [Experiment]

  /// Networks with the number of their steps.
  public init(_ experiments: Experiment...) { self.experiments = experiments }

  /// Adds the test.
  public func describe(in output: inout OutputDescription) {
    output.experiments += experiments
    func test(_ backend: String) -> Item<RecipeModel.Test> {
      Item(
        .commands(
          CommandTest(
            commands: [Item("python \(Self.fileName) \(backend)")], files: [Item(Self.fileName)])),
        at: output.location)
    }
    output.model.tests += output.guarded([test("single_threaded_cpu")])
    output.deviceTests += output.guarded([
      .when(Located(.cuda, at: output.location), then: [test("cuda")], otherwise: [])
    ])
  }
}
