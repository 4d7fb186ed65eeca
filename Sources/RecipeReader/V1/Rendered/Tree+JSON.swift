extension V1.Tree {
  /// Without white space, as `json.dumps(…, separators=(",", ":"), ensure_ascii=False)` writes it.
  package var json: String {
    var text = ""
    append(to: &text)
    return text
  }

  private func append(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += number.isFinite ? V1.Value.print(number) : "null"
    case .string(let string): text += V1.JSON.quoted(string)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.append(to: &text)
      }
      text += "]"
    case .fields(let fields):
      text += "{"
      for (index, entry) in fields.entries.enumerated() {
        if index > 0 { text += "," }
        text += V1.JSON.quoted(entry.name) + ":"
        entry.value.append(to: &text)
      }
      text += "}"
    }
  }
}
