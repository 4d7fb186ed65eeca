import Binaries
import Diagnostics

/// GPU code runs on the GPUs that the package is for.
enum GPUArchitectures: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.binaries.flatMap { placed in
      let code = placed.binary.gpuCode
      if code.isEmpty { return [Diagnostic]() }
      return context.gpuArchitectures.filter { wanted in !code.contains { $0.runs(on: wanted) } }
        .map { .gpuNotServed($0, in: placed.path, code: code.map(\.description)) }
    }
  }
}

extension GPUCode {
  /// Machine code runs on later GPUs of the same generation, PTX on all later ones.
  func runs(on gpu: Int) -> Bool {
    if reach == .architectureOnly { return gpu == architecture }
    let isSameGeneration = gpu / 10 == architecture / 10
    return gpu >= architecture && (isSameGeneration || kind == .ptx && reach == .compatible)
  }
}

extension Diagnostic {
  static func gpuNotServed(_ gpu: Int, in file: String, code: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "'\(file)' has GPU code for \(code.joined(separator: ", ")), which no GPU of sm_\(gpu) runs",
      remedy: "compile with -gencode arch=compute_\(gpu),code=sm_\(gpu)")
  }
}
