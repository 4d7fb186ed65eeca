/// The skeletons of what is generated, named as the files are that may override them.
package enum TemplateName: String, Hashable, Sendable, CaseIterable {
  case unixBuild = "build.sh"
  case windowsBuild = "build.bat"
  case unixLink = "link.sh"
  case windowsLink = "link.bat"
  case posixActivation = "activate.sh"
  case fishActivation = "activate.fish"
  case powerShellActivation = "activate.ps1"
  case cmdActivation = "activate.bat"
  /// The C++ program that simulates a network.
  case simulation = "simulation.cpp"
  /// The CUDA program that simulates a network.
  case cudaSimulation = "simulation.cu"
  /// What both have: random numbers and functions with the same bits everywhere.
  case kernelArithmetic = "arithmetic.h"
  /// What both have: reading data, and printing results.
  case kernelHost = "host.h"
  /// The Python program that has PyGeNN simulate a network.
  case geNNSimulation = "simulation.py"
  /// The PyGeNN test of a package.
  case kernelTest = "test_kernels.py"

  package var fileName: String { rawValue + ".mustache" }

  /// The built-in skeleton.
  package var text: String { String(decoding: embedded, as: UTF8.self) }

  private var embedded: [UInt8] {
    switch self {
    case .unixBuild: PackageResources.build_sh_mustache
    case .windowsBuild: PackageResources.build_bat_mustache
    case .unixLink: PackageResources.link_sh_mustache
    case .windowsLink: PackageResources.link_bat_mustache
    case .posixActivation: PackageResources.activate_sh_mustache
    case .fishActivation: PackageResources.activate_fish_mustache
    case .powerShellActivation: PackageResources.activate_ps1_mustache
    case .cmdActivation: PackageResources.activate_bat_mustache
    case .simulation: PackageResources.simulation_cpp_mustache
    case .cudaSimulation: PackageResources.simulation_cu_mustache
    case .kernelArithmetic: PackageResources.arithmetic_h_mustache
    case .kernelHost: PackageResources.host_h_mustache
    case .geNNSimulation: PackageResources.simulation_py_mustache
    case .kernelTest: PackageResources.test_kernels_py_mustache
    }
  }
}
