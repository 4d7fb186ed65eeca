import Diagnostics
import KernelCompiler
import SpikingModels

extension Diagnostic {
  static func nvccMissing(_ name: String) -> Self {
    Diagnostic(
      .error, at: nil, "there is no CUDA compiler '\(name)'",
      remedy: "install a CUDA toolkit, 12.x or 13.x, and give --nvcc PATH or set CUDA_PATH")
  }

  /// nvcc's own complaints have one cause each; all others are about the program.
  static func nvccFails(_ name: String, _ status: Int, _ errors: [UInt8]) -> Self {
    let text = String(decoding: errors.prefix(20_000), as: UTF8.self)
    let causes: [(words: String, message: String, remedy: String)] = [
      (
        "Unsupported gpu architecture", "can't compile for this architecture",
        "choose one that `nvcc --list-gpu-arch` names, or another toolkit with --nvcc"
      ),
      (
        "Failed to preprocess host compiler properties", "finds no C++ compiler for the host",
        "install one (Debian: apt install g++), or set NVCC_CCBIN to its path"
      ),
      (
        "unsupported GNU version", "doesn't know the host's C++ compiler",
        "set NVCC_CCBIN to the path of an older g++"
      ),
      (
        "unsupported clang version", "doesn't know the host's C++ compiler",
        "set NVCC_CCBIN to the path of an older compiler"
      ),
      ("cuda_runtime.h", "has no runtime headers", "install the toolkit's cudart (headers)"),
      (
        "cudart_static", "has no runtime library to link with",
        "install the toolkit's cudart (static library)"
      ),
      (": not found", "misses a part of its own", "install the toolkit anew, with nvvm and crt"),
    ]
    let cause = causes.first { text.contains($0.words) }
    let lines = text.split(separator: "\n").prefix(8).map { Note(String($0.prefix(200))) }
    return Diagnostic(
      .error, at: nil,
      "the compiler '\(name)' \(cause?.message ?? "rejects the generated program") (status \(status))",
      remedy: cause?.remedy ?? "use nvcc 12.x or 13.x, or report this with the program",
      notes: lines)
  }

  static func gpuMissing(_ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "this machine has no GPU that CUDA can use: \(reason)",
      remedy:
        "run it where an NVIDIA GPU and its driver are; `gennforge kernels compile` needs neither")
  }

  static func gpuTooSmall(_ network: String, _ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "'\(network)' is too large for this GPU: \(reason)",
      remedy: "use a smaller --scale, or a GPU with more memory")
  }

  static func gpuFails(_ network: String, _ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "the simulation of '\(network)' failed: \(reason)",
      remedy: "give --check to have each kernel and step checked")
  }

  /// From a line `not finite COLUMN INDEX STEP VALUE`.
  static func notFinite(_ errors: [UInt8], in layout: NetworkLayout) -> Self {
    let line = errors.split(separator: UInt8(ascii: "\n")).last ?? []
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    let network = layout.network
    guard words.count == 6, words[0] == "not", words[1] == "finite",
      let column = Int(words[2]), network.columns.indices.contains(column),
      let index = Int(words[3]), let step = Int(words[4])
    else { return .simulationFails(network.name, "exit status 3", errors) }
    let (group, name) = network.place(of: network.columns[column])
    let time = Double(step) * network.network.dt.inMilliseconds
    let kind = network.columns[column].isAboutSynapses ? "synapse" : "neuron"
    return Diagnostic(
      .error, at: SourceLocation(network.network.place),
      "'\(name)' became \(words[5]) in \(kind) \(index) of '\(group)' at \(time) ms (step \(step))",
      remedy: "use a smaller dt, or look for a division by zero or an overflow")
  }
}

extension [UInt8] {
  /// Whether these bytes occur.
  func contains(_ text: String.UTF8View) -> Bool {
    !text.isEmpty && firstRange(of: Array(text)) != nil
  }
}
