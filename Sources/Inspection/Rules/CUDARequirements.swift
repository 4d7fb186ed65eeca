import Binaries
import Diagnostics

/// A package that talks to a GPU says which CUDA it is for, and that it wants a driver.
enum CUDARequirements: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    let libraries: Set = ["libcuda", "nvcuda", "libcudart", "cudart"]
    let user = package.binaries.first { placed in
      placed.isLoaded
        && (!placed.binary.gpuCode.isEmpty
          || placed.binary.needed.contains {
            libraries.contains(LibraryOwners.stem(of: $0.name))
          })
    }
    guard let user else { return [] }
    let named = Set((package.depends + package.constrains).map(\.name))
    return
      (named.contains("cuda-version") || named.contains("cudatoolkit")
      ? [] : [.cudaVersionUnstated(user.path)])
      + (named.contains("__cuda") ? [] : [.driverUnstated(user.path)])
  }
}

extension Diagnostic {
  static func cudaVersionUnstated(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "'\(path)' uses CUDA, but the package pins no cuda-version",
      remedy:
        "name cuda-version ${{ cuda_compiler_version }}.* in host and compiler('cuda') in build")
  }

  static func driverUnstated(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "'\(path)' uses CUDA, but machines without a driver get the package, too",
      remedy: "name __cuda in run")
  }
}
