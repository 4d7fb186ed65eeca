/// The name of a build variant's key, such as `python` or `cuda_compiler_version`.
package struct VariantKey: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }

  package static let python = VariantKey("python")
  package static let numpy = VariantKey("numpy")
  package static let cudaCompilerVersion = VariantKey("cuda_compiler_version")
}

extension VariantKey: CustomStringConvertible {
  package var description: String { name }
}

extension VariantKey: Comparable {
  package static func < (a: Self, b: Self) -> Bool { a.name < b.name }
}
