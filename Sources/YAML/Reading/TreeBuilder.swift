import Diagnostics

/// Makes trees of events, without recursion: the depth of a file costs no stack.
struct TreeBuilder {
  private(set) var documents: [YAMLNode] = []
  var findings = Findings()
  /// Whether scalars' places are wanted, to tell comments from text.
  var recordsScalars = false
  private(set) var scalarSpans: [ScalarSpan] = []

  private let file: String
  private let options: YAMLReadOptions
  private var open: [OpenCollection] = []
  private var anchors: [String: Anchor] = [:]
  /// Nodes of all documents so far, those behind aliases as often as they are used.
  private var nodeCount = 0

  private enum Anchor {
    case open(YAMLMark)
    case complete(YAMLNode, nodeCount: Int)
  }

  init(file: String, options: YAMLReadOptions) {
    self.file = file
    self.options = options
  }

  /// Takes in the parser's current event.
  mutating func add(_ event: LibYAMLParser) throws(Diagnostic) {
    switch event.current {
    case .scalar: try addScalar(event)
    case .alias: try addAlias(event)
    case .sequenceStart: try begin(event, isMapping: false)
    case .mappingStart: try begin(event, isMapping: true)
    case .collectionEnd: try end(at: event.span.end)
    case .documentEnd: anchors = [:]
    case .other: break
    }
  }

  private mutating func addScalar(_ event: LibYAMLParser) throws(Diagnostic) {
    let span = event.span
    let scalar = event.scalar
    let anchor = event.anchor
    try check(tag: scalar.tag, anchor: anchor, at: span.start)
    try count(1, at: span.start)
    if recordsScalars, let span = ScalarSpan(scalar, span) { scalarSpans.append(span) }
    if let anchor {
      let node = YAMLNode(.scalar(scalar), span: span, file: file, anchor: anchor)
      anchors[anchor] = .complete(node, nodeCount: 1)
      try place(node)
    } else if open.last?.awaitsKey == true {
      open[open.count - 1].add(key: scalar, at: span)
    } else {
      try place(YAMLNode(.scalar(scalar), span: span, file: file))
    }
  }

  private func location(_ mark: YAMLMark) -> SourceLocation { SourceLocation(mark, in: file) }

  private mutating func count(_ nodes: Int, at mark: YAMLMark) throws(Diagnostic) {
    nodeCount += nodes
    guard nodeCount <= options.limits.nodes else {
      throw .tooManyNodes(limit: options.limits.nodes, at: location(mark))
    }
  }

  private mutating func check(
    tag: String?, anchor: String?, at place: YAMLMark
  ) throws(Diagnostic) {
    if let tag, !options.allowsTags { findings.add(.tagNotAllowed(tag, at: location(place))) }
    guard let anchor else { return }
    if !options.allowsAnchors { findings.add(.anchorNotAllowed(anchor, at: location(place))) }
    switch anchors[anchor] {
    case nil: break
    case .open(let first)?:
      throw .duplicateAnchor(anchor, at: location(place), first: location(first))
    case .complete(let node, _)?:
      throw .duplicateAnchor(anchor, at: location(place), first: node.location)
    }
  }

  private mutating func addAlias(_ event: LibYAMLParser) throws(Diagnostic) {
    let name = event.anchor ?? ""
    let place = event.span.start
    switch anchors[name] {
    case nil: throw .unknownAlias(name, at: location(place))
    case .open(let start)?:
      throw .recursiveAlias(name, at: location(place), anchor: location(start))
    case .complete(var node, let nodes)?:
      try count(nodes, at: place)
      node.alias = place
      try self.place(node)
    }
  }

  private mutating func begin(_ event: LibYAMLParser, isMapping: Bool) throws(Diagnostic) {
    let start = event.span.start
    let collection = OpenCollection(event, isMapping: isMapping, nodesBefore: nodeCount)
    try check(tag: collection.tag, anchor: collection.anchor, at: start)
    if open.last?.awaitsKey == true { throw .keyNotText(at: location(start)) }
    guard open.count < options.limits.depth else {
      throw .tooDeep(limit: options.limits.depth, at: location(start))
    }
    if let anchor = collection.anchor { anchors[anchor] = .open(start) }
    open.append(collection)
    try count(1, at: start)
  }

  private mutating func end(at mark: YAMLMark) throws(Diagnostic) {
    guard let collection = open.popLast() else { return }
    let content: YAMLNode.Content
    if collection.isMapping {
      let pairs = try MappingPairs(file: file, options: options).complete(
        collection, findings: &findings)
      try count(pairs.inherited, at: collection.start)
      content = .mapping(YAMLMapping(pairs.all, isFlow: collection.isFlow, tag: collection.tag))
    } else {
      content = .sequence(
        YAMLSequence(collection.items, isFlow: collection.isFlow, tag: collection.tag))
    }
    let node = YAMLNode(
      content, span: YAMLSpan(collection.start, mark), file: file, anchor: collection.anchor)
    if let anchor = collection.anchor {
      anchors[anchor] = .complete(node, nodeCount: nodeCount - collection.nodesBefore)
    }
    try place(node)
  }

  /// Puts a complete node where it belongs.
  private mutating func place(_ node: consuming YAMLNode) throws(Diagnostic) {
    if open.isEmpty {
      documents.append(node)
    } else if open[open.count - 1].awaitsKey {
      let span = node.alias.map { YAMLSpan($0, $0) } ?? node.span
      guard let scalar = node.scalar else { throw .keyNotText(at: location(span.start)) }
      open[open.count - 1].add(key: scalar, at: span)
    } else {
      open[open.count - 1].add(node)
    }
  }
}
