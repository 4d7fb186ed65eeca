import ArgumentParser

/// `gennforge kernels`
struct Kernels: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract: "Run spiking networks by several engines that must agree.",
    subcommands: [ListKernels.self, RunKernel.self, CompileKernels.self, CompareKernels.self])
}
