import Diagnostics
import Verifier

extension [CudaCompilation] {
  /// A line for each network and architecture, or for each of their kernels.
  func text(isVerbose: Bool) -> String {
    guard isVerbose else {
      var table = TextTable([
        "network", "precision", "architecture", "kernels", "registers", "shared", "spills",
        "seconds",
      ])
      for row in self {
        table.add([
          row.network, row.precision, row.architecture.name, "\(row.kernels.count)",
          "\(row.mostRegisters)", "\(row.kernels.map(\.sharedMemory).max() ?? 0)",
          "\(row.kernels.map(\.spills).max() ?? 0)", thousandths(row.seconds),
        ])
      }
      return table.text
    }
    var table = TextTable([
      "network", "architecture", "kernel", "registers", "shared", "stack", "spills",
    ])
    for row in self {
      for kernel in row.kernels {
        table.add([
          row.network, row.architecture.name, kernel.name, "\(kernel.registers)",
          "\(kernel.sharedMemory)", "\(kernel.stack)", "\(kernel.spills)",
        ])
      }
    }
    return table.text
  }

  var json: JSONText {
    .array(
      map { row in
        [
          "network": .string(row.network), "precision": .string(row.precision),
          "architecture": .string(row.architecture.name), "seconds": .number(row.seconds),
          "kernels": .array(
            row.kernels.map { kernel in
              [
                "name": .string(kernel.name), "registers": .integer(kernel.registers),
                "shared_bytes": .integer(kernel.sharedMemory),
                "stack_bytes": .integer(kernel.stack),
                "spilled_bytes": .integer(kernel.spills),
              ]
            }),
        ]
      })
  }
}
