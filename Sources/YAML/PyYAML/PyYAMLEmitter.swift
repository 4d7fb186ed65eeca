/// The block-style part of PyYAML 6's emitter (`emitter.py`), with the settings of
/// `yaml.dump(tree, default_flow_style=False)`: width 80, indent 2, ASCII only.
///
/// It keeps PyYAML's own state variables: where lines break follows from them.
struct PyYAMLEmitter {
  private var out: [UInt8] = []
  private(set) var column = 0
  /// The last thing written was a space or an indicator that needs none after it.
  var whitespace = true
  /// Only spaces and indicators stand on this line yet.
  var indention = true
  private var indent: Int?
  private var openEnded = false
  static let width = 80
  private static let deepest = 1000

  private enum Context { case root, sequence, mapping, simpleKey }

  static func text(of block: YAMLBlock) -> String {
    var emitter = PyYAMLEmitter()
    emitter.put(block, .root, depth: 0)
    emitter.putIndent()
    if emitter.openEnded {
      emitter.putIndicator("...", needsSpace: true)
      emitter.putIndent()
    }
    return String(decoding: emitter.out, as: UTF8.self)
  }

  private mutating func put(_ block: YAMLBlock, _ context: Context, depth: Int) {
    switch block {
    case .scalar(let text): put(text, context)
    case .sequence(let items) where !items.isEmpty && depth < Self.deepest:
      put(items, context, depth: depth)
    case .mapping(let entries) where !entries.isEmpty && depth < Self.deepest:
      put(entries, depth: depth)
    case .sequence: putIndicator("[]", needsSpace: true)
    case .mapping: putIndicator("{}", needsSpace: true)
    }
  }

  private mutating func put(_ items: [YAMLBlock.Item], _ context: Context, depth: Int) {
    let outer = indent
    let isIndentless = context == .mapping && !indention
    if !isIndentless { indent = indent.map { $0 + 2 } ?? 0 }
    for item in items {
      putIndent()
      putIndicator("-", needsSpace: true, indention: true)
      put(item.value, .sequence, depth: depth + 1)
    }
    indent = outer
  }

  private mutating func put(_ entries: [YAMLBlock.Entry], depth: Int) {
    let outer = indent
    indent = indent.map { $0 + 2 } ?? 0
    for entry in entries {
      putIndent()
      let key = PyYAMLScalar(entry.key)
      if key.canBeSimpleKey {
        put(key, .simpleKey)
        putIndicator(":", needsSpace: false)
      } else {
        putIndicator("?", needsSpace: true, indention: true)
        put(key, .mapping)
        putIndent()
        putIndicator(":", needsSpace: true, indention: true)
      }
      put(entry.value, .mapping, depth: depth + 1)
    }
    indent = outer
  }

  private mutating func put(_ text: YAMLText, _ context: Context) {
    put(PyYAMLScalar(text), context)
  }

  private mutating func put(_ scalar: PyYAMLScalar, _ context: Context) {
    let outer = indent
    indent = (indent ?? 0) + 2
    let mayFold = context != .simpleKey
    switch scalar.style {
    case .plain:
      if context == .root { openEnded = true }
      putPlain(scalar.characters, mayFold: mayFold)
    case .single: putSingleQuoted(scalar.characters, mayFold: mayFold)
    case .double: putDoubleQuoted(scalar.characters, mayFold: mayFold)
    }
    indent = outer
  }

  mutating func putIndicator(_ text: String, needsSpace: Bool, indention keeps: Bool = false) {
    if !whitespace && needsSpace { write(" ") }
    write(text)
    whitespace = false
    indention = indention && keeps
    openEnded = false
  }

  mutating func putIndent() {
    let indent = indent ?? 0
    if !indention || column > indent || (column == indent && !whitespace) { putLineBreak() }
    if column < indent {
      whitespace = true
      write(String(repeating: " ", count: indent - column))
    }
  }

  mutating func putLineBreak() {
    whitespace = true
    indention = true
    out.append(UInt8(ascii: "\n"))
    column = 0
  }

  mutating func write(_ text: String) {
    out += text.utf8
    column += text.unicodeScalars.count
  }

  mutating func write(_ scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars { out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
    column += scalars.count
  }
}
