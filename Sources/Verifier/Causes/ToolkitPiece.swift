/// A program, header or library of CUDA's toolkit that a build or a test didn't find.
struct ToolkitPiece: Hashable {
  /// The conda package that has it.
  var package: String
  /// What a recipe requires to get that package: `cuda-nvcc` is also `compiler('cuda')`.
  var requirement: String

  init?(program: String) {
    switch program {
    case "nvcc": self.init("cuda-nvcc-tools", by: "cuda-nvcc")
    case "ptxas", "fatbinary", "nvlink", "cudafe++", "bin2c":
      self.init("cuda-nvcc-tools", by: "cuda-nvcc")
    case "cicc": self.init("cuda-nvvm-tools", by: "cuda-nvcc")
    default: return nil
    }
  }

  init?(header: String) {
    let name = header.split(separator: "/").last.map(String.init) ?? header
    if header.hasPrefix("crt/") {
      self.init("cuda-crt-dev", by: "cuda-nvcc")
    } else if name == "link.stub" || name == "prelink.stub" {
      self.init("cuda-crt-tools", by: "cuda-nvcc")
    } else if name == "fatbinary_section.h" {
      self.init("cuda-nvcc-dev", by: "cuda-nvcc")
    } else if ["cub/", "thrust/", "cuda/std/", "nv/"].contains(where: { header.hasPrefix($0) }) {
      self.init("cuda-cccl", by: "cuda-cudart-dev")
    } else if name.hasPrefix("curand") {
      self.init("libcurand-dev", by: "libcurand-dev")
    } else if name == "cuda.h" || name.hasPrefix("cuda_") || name == "cooperative_groups.h" {
      self.init("cuda-cudart-dev", by: "cuda-cudart-dev")
    } else {
      return nil
    }
  }

  /// A file of neither kind: what `cicc` and others link device code with.
  init?(file: String) {
    guard file.hasPrefix("libdevice") else { return nil }
    self.init("cuda-nvvm-dev", by: "cuda-nvcc")
  }

  /// As linkers say it: `cudart_static`.
  init?(linked library: String) {
    switch library {
    case "cudart_static", "cudadevrt": self.init("cuda-cudart-static", by: "cuda-cudart-dev")
    case "cudart": self.init("cuda-cudart-dev", by: "cuda-cudart-dev")
    case "cuda": self.init("cuda-driver-dev", by: "cuda-driver-dev")
    case "curand": self.init("libcurand-dev", by: "libcurand-dev")
    default: return nil
    }
  }

  private init(_ package: String, by requirement: String) {
    (self.package, self.requirement) = (package, requirement)
  }

  /// Whether requirements ask for it, by its own name or by what brings it.
  func isAsked(by requirements: [String]) -> Bool {
    let names = requirements.map { RequirementText.name(of: $0) }
    let bringing = Set(
      requirement == "cuda-cudart-dev" || requirement == "cuda-driver-dev"
        ? [package, requirement, "cuda-nvcc"] : [package, requirement])
    return names.contains { name in
      bringing.contains(name) || bringing.contains(String(name.prefix { $0 != "_" }))
    }
  }
}
