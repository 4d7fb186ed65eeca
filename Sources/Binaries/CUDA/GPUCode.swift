/// Code for a GPU that nvcc put into a binary for the host.
package struct GPUCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    /// Machine code, for one architecture and the later ones of the same major number.
    case sass = "sm"
    /// What the driver compiles, for the architecture and all later ones.
    case ptx = "compute"
  }

  /// For whom else than the architecture itself it is.
  package enum Reach: String, Hashable, Sendable {
    case compatible = ""
    /// For this architecture alone.
    case architectureOnly = "a"
    /// For the architectures of its family.
    case family = "f"
  }

  package var kind: Kind
  /// Ten times the compute capability: 90 is 9.0.
  package var architecture: Int
  package var reach = Reach.compatible

  package init(kind: Kind, architecture: Int, reach: Reach = .compatible) {
    self.kind = kind
    self.architecture = architecture
    self.reach = reach
  }

  /// As nvcc writes it: `sm_90a`, `compute_120`.
  package var description: String { "\(kind.rawValue)_\(architecture)\(reach.rawValue)" }

  package static func < (left: GPUCode, right: GPUCode) -> Bool {
    (left.architecture, left.description) < (right.architecture, right.description)
  }
}
