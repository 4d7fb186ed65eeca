import ArgumentParser
import Diagnostics
import Disk
import KernelCompiler
import SpikingModels
import Verifier

/// `gennforge kernels compile`
struct CompileKernels: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compile networks for GPUs, where there is none.",
    discussion: """
      Prints each network as CUDA, has nvcc compile it for each architecture, and prints how long that \
      took and what the kernels need. With --output the programs (.cu) and the compiled code (.cubin) \
      are written there.
      """)

  @Argument(
    help: "Networks of the gallery; all of them if none is given.",
    completion: .list(GalleryModel.allCases.map(\.rawValue)), transform: KernelOptions.model)
  var networks: [GalleryModel] = []
  @Option(help: "The share of the neurons; 1 is the network as published.")
  var scale = 1.0
  @Option(
    help: "The type of scalar: float or double.",
    completion: .list(Precision.allCases.map(\.rawValue)), transform: KernelOptions.precision)
  var precision: Precision = .float
  @OptionGroup var compiler: NvccOptions
  @Option(
    help: ArgumentHelp(
      "GPU architectures with commas between them; \(CudaArchitecture.usual.map(\.name).joined(separator: ",")) if not given.",
      valueName: "sm_…"), transform: CudaArchitecture.arguments)
  var arch: [CudaArchitecture] = CudaArchitecture.usual
  @OptionGroup var templates: TemplateOptions
  @Option(name: .shortAndLong, help: "The folder to write into.")
  var output: String?
  @Flag(help: "Print what each kernel needs.")
  var verbose = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var shown: FindingOptions

  func validate() throws { try KernelOptions.check(scale: scale) }

  func run() async throws {
    let engine = compiler.engine(try templates.set())
    var findings = Findings()
    var compilations: [CudaCompilation] = []
    do throws(Diagnostic) {
      let area = try WorkArea.make()
      defer { area.remove() }
      for model in networks.isEmpty ? GalleryModel.allCases : networks {
        let experiment = model.experiment(precision, scale: scale)
        let (network, problems) = NetworkCompiler.compile(experiment.network)
        findings.add(contentsOf: problems)
        guard let network else { continue }
        for architecture in arch {
          compilations.append(
            try await engine.compile(
              network, steps: experiment.steps, for: architecture, in: area))
        }
        if let output { try keep(network, arch, area, in: output) }
      }
    } catch {
      findings.add(error)
    }
    shown.show(findings)
    Terminal.print(
      json ? compilations.json.text(.pretty) : compilations.text(isVerbose: verbose))
    if findings.hasErrors { throw ExitCode(1) }
  }

  /// Takes the program and what was compiled from it out of the work area.
  private func keep(
    _ network: CheckedNetwork, _ architectures: [CudaArchitecture], _ area: WorkArea,
    in folder: String
  ) throws(Diagnostic) {
    let name = CudaEngine.name(network)
    do throws(DiskFile.Failure) {
      try DiskFile(folder).makeFolder()
      for file in [name + ".cu"] + architectures.map({ "\(name).\($0.name).cubin" }) {
        try DiskFile(folder + "/" + file).write(try DiskFile(area.file(file)).bytes())
      }
    } catch {
      throw .notKept(folder, error.description)
    }
  }
}

extension Diagnostic {
  fileprivate static func notKept(_ folder: String, _ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "nothing could be written into '\(folder)': \(reason)",
      remedy: "give another folder with --output")
  }
}
