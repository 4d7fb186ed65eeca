/// The name of a build variant's key, such as `python` or `cuda_compiler_version`.
package struct VariantKey: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }

  package static let python = VariantKey("python")
  package static let numpy = VariantKey("numpy")
  package static let cudaCompilerVersion = VariantKey("cuda_compiler_version")
}

extension VariantKey: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) { self.init(name) }
}

extension VariantKey: CustomStringConvertible {
  package var description: String { name }
}

extension VariantKey: Comparable {
  package static func < (a: Self, b: Self) -> Bool { a.name < b.name }
}

extension VariantKey {
  /// conda-forge's spelling of a Python version: build strings keep free-threaded builds out.
  package static func pythonPin(_ version: String) -> String {
    let digits = version.split(separator: ".").compactMap { Int($0) }
    guard digits.count == 2 else { return version }
    return digits[1] < 13
      ? "\(version).* *_cpython" : "\(version).* *_cp\(digits[0])\(digits[1])"
  }
}
