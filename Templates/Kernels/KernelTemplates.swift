/// The skeletons of generated programs.
package enum KernelTemplates {
  /// The C++ simulation of a network.
  package static var simulation: [UInt8] { PackageResources.simulation_cpp_mustache }
  /// The PyGeNN test of a package.
  package static var pygennTest: [UInt8] { PackageResources.test_kernels_py_mustache }
}
