/// Writes a tree as text, always in the same way: block style, two spaces, LF, one final newline.
///
///     YAMLWriter(.recipe).text(of: ["package": ["name": "genn", "version": "5.10"]])
///     // package:
///     //   name: genn
///     //   version: "5.10"
///
/// Text that YAML 1.1 or 1.2 could take for something else than text is quoted, so that every
/// reader agrees on it.
package struct YAMLWriter: Sendable {
  package enum Style: Sendable, CaseIterable {
    /// `recipe.yaml`: sections are set apart by blank lines.
    case recipe
    /// `meta.yaml`: also guards `[…]`, which conda-build takes for a selector at the end of a line.
    case metaYAML
    /// `conda_build_config.yaml`, `variants.yaml`: as `metaYAML`, without blank lines.
    case config
    /// Letter for letter as `yaml.dump(tree, default_flow_style=False)`. Comments and the styles of
    /// scalars do not count, except that `.verbatim` stays as it is.
    case pyyaml

    var separatesSections: Bool { self == .recipe || self == .metaYAML }
    var guardsBrackets: Bool { self == .metaYAML || self == .config }
  }

  package var style: Style

  package init(_ style: Style = .recipe) { self.style = style }

  /// The whole file. `header` and `footer` are lines before and after the tree.
  package func text(
    of block: YAMLBlock, header: [YAMLLine] = [], footer: [YAMLLine] = []
  ) -> String {
    if style == .pyyaml { return PyYAMLEmitter.text(of: block) }
    var printer = BlockPrinter(style: style)
    printer.put(header, indent: 0)
    printer.putDocument(block)
    printer.put(footer, indent: 0)
    return printer.finish()
  }
}
