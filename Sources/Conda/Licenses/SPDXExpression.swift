/// A license in SPDX's notation: `MIT OR Apache-2.0`, `GPL-3.0-or-later WITH GCC-exception-3.1`.
///
///     try SPDXExpression("MIT OR LicenseRef-Vendor").licenses.map(\.id)
///     // ["MIT", "LicenseRef-Vendor"]
///     try SPDXExpression("Apache 2.0")
///     // error: 'Apache 2.0' is not an SPDX license; did you mean 'Apache-2.0'?
///
/// Like rattler-build it takes identifiers in their own spelling only. Deprecated identifiers are
/// read, and listed: they are an error in `recipe.yaml` and allowed in `meta.yaml`.
package struct SPDXExpression: Hashable, Sendable {
  /// As it was written.
  package let text: String
  package let root: Node

  package indirect enum Node: Hashable, Sendable {
    case license(License)
    case all([Node])
    case any([Node])
  }

  /// One license and what changes it.
  package struct License: Hashable, Sendable {
    package let id: String
    /// With a `+`.
    package let allowsLater: Bool
    /// Behind `WITH`.
    package let exception: String?
    /// Where the identifier begins, in UTF-8 bytes.
    package let offset: Int

    /// `LicenseRef-…`: not SPDX's, its text comes with the package.
    package var isReference: Bool { id.contains("LicenseRef-") }
  }

  package init(_ text: String) throws(SPDXExpressionError) {
    self.text = text
    var parser = SPDXExpressionParser(bytes: Array(text.utf8))
    root = try parser.expression()
  }

  /// All licenses, from left to right.
  package var licenses: [License] { root.licenses }

  /// What is wrong with identifiers that SPDX has replaced.
  package var deprecations: [SPDXExpressionError] {
    licenses.filter { SPDXLicenses.deprecated.contains($0.id) }.map {
      SPDXExpressionError(cause: .deprecated($0.id), offset: $0.offset)
    }
  }

  /// With one space and operators in capitals.
  package var canonical: String { root.canonical(isInner: false) }
}

extension SPDXExpression.Node {
  package var licenses: [SPDXExpression.License] {
    switch self {
    case .license(let license): [license]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.licenses)
    }
  }

  fileprivate func canonical(isInner: Bool) -> String {
    switch self {
    case .license(let license):
      return license.id + (license.allowsLater ? "+" : "")
        + (license.exception.map { " WITH \($0)" } ?? "")
    case .all(let nodes):
      return nodes.map { $0.canonical(isInner: true) }.joined(separator: " AND ")
    case .any(let nodes):
      let text = nodes.map { $0.canonical(isInner: false) }.joined(separator: " OR ")
      return isInner ? "(\(text))" : text
    }
  }
}

extension SPDXExpression: CustomStringConvertible {
  package var description: String { text }
}
