import Diagnostics

/// An error as libyaml states it, and its translation.
///
/// libyaml says what its grammar missed ("did not find expected key"); a person needs to know what
/// was probably meant and how to write that.
struct LibYAMLProblem {
  var words: String
  var context: String
  var place: YAMLMark
  var contextPlace: YAMLMark
  var file: String
  /// What the reader stumbled over, if it was the reader.
  var value: Int32 = -1
  /// What stands at the place.
  var character: Unicode.Scalar?

  private var here: SourceLocation { SourceLocation(place, in: file) }
  private var start: SourceLocation { SourceLocation(contextPlace, in: file) }

  var finding: Diagnostic {
    switch words {
    case "control characters are not allowed":
      return .controlCharacter(UInt32(clamping: value), at: here)
    case "invalid leading UTF-8 octet", "incomplete UTF-8 octet sequence",
      "invalid trailing UTF-8 octet", "invalid length of a UTF-8 sequence",
      "invalid Unicode character":
      return .badEncoding("not UTF-8 here", at: here)
    case "mapping values are not allowed in this context": return .unexpectedColon(at: here)
    case "could not find expected ':'": return .missingColon(at: start)
    case "block sequence entries are not allowed in this context":
      return .unexpectedDash(at: here)
    case "mapping keys are not allowed in this context": return .unexpectedKey(at: here)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return .tabInIndentation(at: here)
    case "found character that cannot start any token":
      return character == "\t"
        ? .tabInIndentation(at: here) : .reservedCharacter(character, at: here)
    case "found unexpected end of stream", "found unexpected document indicator":
      return .unclosedQuote(at: start)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return .unknownEscape(at: here)
    case "did not find expected ',' or ']'": return .unclosedBracket("]", at: here, start: start)
    case "did not find expected ',' or '}'": return .unclosedBracket("}", at: here, start: start)
    default: return grammarFinding
    }
  }

  private var grammarFinding: Diagnostic {
    switch (words, context) {
    case ("did not find expected key", _): .strayInMapping(at: here, start: start)
    case ("did not find expected '-' indicator", _): .strayInSequence(at: here, start: start)
    case ("did not find expected node content", _): .missingValue(at: here)
    case ("did not find expected <document start>", _): .textAfterDocument(at: here)
    case ("did not find expected alphabetic or numeric character", "while scanning an alias"):
      .malformedAlias("*", at: start)
    case ("did not find expected alphabetic or numeric character", _):
      .malformedAlias("&", at: start)
    case ("found undefined tag handle", _), (_, "while scanning a tag"),
      (_, "while parsing a tag"), (_, "while parsing a node"):
      .malformedTag(at: context.isEmpty ? here : start)
    case (_, "while scanning a block scalar"): .malformedBlockHeader(at: start)
    case (_, "while scanning a directive"), (_, "while scanning a %YAML directive"),
      (_, "while scanning a %TAG directive"), ("found incompatible YAML document", _),
      ("found duplicate %YAML directive", _), ("found duplicate %TAG directive", _):
      .malformedDirective(words, at: here)
    case ("found unexpected ':'", _): .unexpectedColon(at: here)
    default: .malformedSyntax(words.isEmpty ? "libyaml gave no reason" : words, at: here)
    }
  }
}
