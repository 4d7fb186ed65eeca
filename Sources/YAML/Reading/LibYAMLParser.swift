import CYAML
import Diagnostics

/// Owns a libyaml parser and its current event. The bytes must outlive it.
final class LibYAMLParser {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  fileprivate let event: UnsafeMutablePointer<yaml_event_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(Diagnostic) {
    self.bytes = bytes
    self.file = file
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    try libyaml { yaml_parser_initialize(parser) }
    // The encoding is given, or libyaml would take two bytes for a sign of UTF-16.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Moves to the next event; false at the end of the stream.
  func advance() throws(Diagnostic) -> Bool {
    yaml_event_delete(event)
    try libyaml { yaml_parser_parse(parser, event) }
    return event.pointee.type != YAML_STREAM_END_EVENT && event.pointee.type != YAML_NO_EVENT
  }

  /// The only place where libyaml's answers are looked at.
  private func libyaml(_ call: () -> Int32) throws(Diagnostic) {
    guard call() == 0 else { return }
    let state = parser.pointee
    func words(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
    var problem = LibYAMLProblem(
      words: words(state.problem), context: words(state.context),
      place: YAMLMark(state.problem_mark),
      contextPlace: YAMLMark(state.context_mark), file: file)
    if state.error == YAML_READER_ERROR {
      problem.place = TextPlace.mark(at: Int(clamping: state.problem_offset), in: bytes)
      problem.value = state.problem_value
    } else {
      problem.character = TextPlace.character(at: problem.place, in: bytes)
    }
    throw problem.finding
  }
}

/// The current event. Text is copied only when it is asked for.
extension LibYAMLParser {
  enum Event { case scalar, alias, sequenceStart, mappingStart, collectionEnd, documentEnd, other }

  var current: Event {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: .scalar
    case YAML_ALIAS_EVENT: .alias
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    default: .other
    }
  }

  var span: YAMLSpan {
    YAMLSpan(YAMLMark(event.pointee.start_mark), YAMLMark(event.pointee.end_mark))
  }

  /// Of a scalar event.
  var scalar: YAMLScalar {
    let scalar = event.pointee.data.scalar
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return YAMLScalar(
      String(decoding: text, as: UTF8.self), style: YAMLScalar.Style(scalar.style), tag: tag)
  }

  /// Whether a sequence or mapping is written in brackets.
  var isFlow: Bool {
    switch event.pointee.type {
    case YAML_SEQUENCE_START_EVENT:
      event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    default: false
    }
  }

  /// The name after `&` or, for an alias, after `*`.
  var anchor: String? {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: string(event.pointee.data.scalar.anchor)
    case YAML_ALIAS_EVENT: string(event.pointee.data.alias.anchor)
    case YAML_SEQUENCE_START_EVENT: string(event.pointee.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: string(event.pointee.data.mapping_start.anchor)
    default: nil
    }
  }

  /// `!` alone leaves it to the reader what the value is, as no tag does.
  var tag: String? {
    let tag =
      switch event.pointee.type {
      case YAML_SCALAR_EVENT: string(event.pointee.data.scalar.tag)
      case YAML_SEQUENCE_START_EVENT: string(event.pointee.data.sequence_start.tag)
      case YAML_MAPPING_START_EVENT: string(event.pointee.data.mapping_start.tag)
      default: String?.none
      }
    return tag == "!" ? nil : tag
  }

  private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer else { return nil }
    return String(cString: pointer)
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}
