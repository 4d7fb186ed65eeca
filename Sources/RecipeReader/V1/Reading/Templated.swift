extension V1 {
  /// A value of the recipe that is there already or has to be rendered first.
  enum Templated<Value: Sendable>: Sendable {
    case fixed(Value, Place)
    case template(Template, Place)

    var place: Place {
      switch self {
      case .fixed(_, let place), .template(_, let place): place
      }
    }
  }
}

extension V1.Templated where Value == String {
  /// As it was written.
  var source: String {
    switch self {
    case .fixed(let text, _): text
    case .template(let template, _): template.source
    }
  }
}
