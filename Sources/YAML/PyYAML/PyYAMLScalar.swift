/// A scalar as PyYAML's `analyze_scalar` and `choose_scalar_style` see it.
struct PyYAMLScalar {
  enum Style { case plain, single, double }

  let characters: [Unicode.Scalar]
  private(set) var style = Style.plain
  private var isMultiline = false

  init(_ text: YAMLText) {
    characters = Array(text.text.unicodeScalars)
    if text.style == .verbatim, !characters.contains(where: \.isYAMLBreak) { return }
    let analysis = PyYAMLAnalysis(characters)
    isMultiline = analysis.isMultiline
    if analysis.allowsPlain && PyYAMLResolver.isText(text.text) {
      style = .plain
    } else {
      style = analysis.allowsSingleQuotes ? .single : .double
    }
  }

  /// Otherwise the key needs a `?`. PyYAML counts `!!str` too, though it does not write it.
  var canBeSimpleKey: Bool { characters.count + 5 < 128 && !characters.isEmpty && !isMultiline }
}
