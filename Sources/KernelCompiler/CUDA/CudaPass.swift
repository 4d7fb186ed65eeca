/// A part of a kernel: a function for some of the kernel's blocks.
struct CudaPass {
  let name: String
  /// What has a lower number is done before; passes of one number run side by side.
  let stage: Int
  let blocks: Int
  /// Everything from the function's head to its closing brace.
  let lines: [String]

  /// Threads of a block.
  static let blockSize = 256

  /// Blocks for so many threads.
  static func blocks(for threads: Int) -> Int { (threads + blockSize - 1) / blockSize }

  init(
    _ name: String, stage: Int = 0, blocks: Int, depth: Int = 0,
    _ content: (inout CxxStatementPrinter) -> Void, names: CxxNames
  ) {
    self.name = name
    self.stage = stage
    self.blocks = max(1, blocks)
    var printer = CxxStatementPrinter(names: names, depth: depth)
    printer.block(
      "__device__ inline void \(name)(\n    std::uint32_t block, [[maybe_unused]] std::uint64_t step, "
        + "[[maybe_unused]] scalar t)", content)
    lines = printer.lines
  }
}

/// A kernel whose blocks are shared out among passes.
struct CudaKernel {
  let name: String
  let passes: [CudaPass]

  var blocks: Int { passes.reduce(0) { $0 + $1.blocks } }

  var lines: [String] {
    var lines = passes.flatMap { $0.lines + [""] }
    lines += [
      "__global__ void __launch_bounds__(block_size) \(name)(std::uint32_t number) {",
      "  const std::uint64_t step = *memory.first_step + number;",
      "  const scalar t = static_cast<scalar>(step) * dt;",
      "  std::uint32_t block = blockIdx.x;",
    ]
    for (index, pass) in passes.enumerated() {
      guard index < passes.count - 1 else {
        lines.append("  \(pass.name)(block, step, t);")
        break
      }
      lines.append("  if (block < \(pass.blocks)u) return \(pass.name)(block, step, t);")
      lines.append("  block -= \(pass.blocks)u;")
    }
    return lines + ["}", ""]
  }

  /// How the host starts it.
  var launch: String { "  launch(\"\(name)\", \(blocks)u, \(name), number);" }
}
