/// What the compiler made of a program for one architecture.
package struct CudaCompilation: Hashable, Sendable {
  package var network: String
  package var precision: String
  package var architecture: CudaArchitecture
  /// Of the compiled code, in a work area.
  package var file: String
  package var seconds: Double
  package var kernels: [CudaKernelFigures]

  package var mostRegisters: Int { kernels.map(\.registers).max() ?? 0 }
}

/// What one kernel needs, as `ptxas -v` says.
package struct CudaKernelFigures: Hashable, Sendable {
  package var name: String
  /// Of each thread.
  package var registers = 0
  /// In bytes, of each block.
  package var sharedMemory = 0
  /// In bytes, of each thread: its stack, and what goes there for want of registers.
  package var stack = 0
  package var spills = 0

  package init(name: String) { self.name = name }

  /// Reads what `ptxas -v` says; lines that say something else are passed over.
  package static func parse(_ output: [UInt8]) -> [CudaKernelFigures] {
    var kernels: [CudaKernelFigures] = []
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      if line.contains("Compiling entry function") {
        let parts = line.split(separator: "'")
        kernels.append(CudaKernelFigures(name: parts.count > 1 ? name(in: parts[1]) : ""))
      }
      guard !kernels.isEmpty else { continue }
      let last = kernels.count - 1
      if let number = number(before: "bytes stack frame", in: line) { kernels[last].stack = number }
      if let number = number(before: "bytes spill stores", in: line) {
        kernels[last].spills = number
      }
      if let number = number(before: "registers", in: line) { kernels[last].registers = number }
      if let number = number(before: "bytes smem", in: line) { kernels[last].sharedMemory = number }
    }
    return kernels
  }

  private static func number(before words: String, in line: Substring) -> Int? {
    guard let range = line.firstRange(of: words) else { return nil }
    let digits = line[..<range.lowerBound].reversed().drop { $0 == " " }.prefix(while: \.isNumber)
    return Int(String(digits.reversed()))
  }

  /// The last name of a mangled one: `_ZN3abc1kEj` has the parts `abc` and `k`.
  private static func name(in mangled: Substring) -> String {
    var rest = mangled.drop { !$0.isNumber }
    var name = String(mangled)
    while let length = Int(rest.prefix(while: \.isNumber)), length > 0 {
      rest = rest.drop(while: \.isNumber)
      guard rest.count >= length else { break }
      name = String(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return name
  }
}
