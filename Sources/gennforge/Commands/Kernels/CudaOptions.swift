import ArgumentParser
import Diagnostics
import Templates
import Verifier

/// How CUDA programs are compiled and run.
struct CudaOptions: ParsableArguments {
  @Option(help: "The compiler of a CUDA toolkit; $CUDA_PATH/bin/nvcc or nvcc if not given.")
  var nvcc: String?
  @Option(
    help: ArgumentHelp(
      "GPU architectures of the engine 'cuda', with commas between them, such as sm_80,sm_90; those of this machine's GPUs if not given.",
      valueName: "sm_…"), transform: Self.architectures)
  var arch: [CudaArchitecture] = []
  @Flag(help: "Let the engine 'cuda' wait for each kernel, and look for NaN after each step.")
  var check = false

  private static func architectures(_ text: String) throws -> [CudaArchitecture] {
    do {
      return try text.split(separator: ",").map { try CudaArchitecture(String($0)) }
    } catch let error as Diagnostic {
      throw ValidationError("\(error.message); \(error.remedy ?? "")")
    }
  }

  func engine(_ templates: TemplateSet) -> CudaEngine {
    var engine = CudaEngine(
      nvcc.map { CudaToolkit(compiler: $0) } ?? .fromEnvironment, templates: templates)
    if let first = arch.first { engine.architecture = first }
    engine.checksSteps = check
    engine.runLimit = .seconds(3600)
    return engine
  }
}
