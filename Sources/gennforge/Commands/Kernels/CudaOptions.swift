import ArgumentParser
import Diagnostics
import Templates
import Verifier

/// Which compiler makes CUDA programs.
struct NvccOptions: ParsableArguments {
  @Option(help: "The compiler of a CUDA toolkit; $CUDA_PATH/bin/nvcc or nvcc if not given.")
  var nvcc: String?

  func engine(_ templates: TemplateSet) -> CudaEngine {
    CudaEngine(
      nvcc.map { CudaToolkit(compiler: KernelOptions.program($0)) } ?? .fromEnvironment,
      templates: templates)
  }
}

/// How CUDA programs are compiled and run.
struct CudaOptions: ParsableArguments {
  @OptionGroup var compiler: NvccOptions
  @Option(
    help: ArgumentHelp(
      "The GPU architecture that the engine 'cuda' compiles for, such as sm_90; that of this machine's GPU if not given.",
      valueName: "sm_…"), transform: CudaArchitecture.argument)
  var arch: CudaArchitecture?
  @Flag(help: "Let the engine 'cuda' wait for each kernel, and look for NaN after each step.")
  var check = false

  func engine(_ templates: TemplateSet) -> CudaEngine {
    var engine = compiler.engine(templates)
    if let arch { engine.architecture = arch }
    engine.checksSteps = check
    engine.runLimit = .seconds(3600)
    return engine
  }
}

extension CudaArchitecture {
  static func argument(_ text: String) throws -> CudaArchitecture {
    do {
      return try CudaArchitecture(text)
    } catch {
      throw ValidationError("\(error.message); \(error.remedy ?? "")")
    }
  }

  static func arguments(_ text: String) throws -> [CudaArchitecture] {
    try text.split(separator: ",").map { try argument(String($0)) }
  }
}
