import Diagnostics

extension Diagnostic {
  static func pointerAsNumber(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this is an array, where a number is needed",
      remedy: "write an index, as in name[0]")
  }

  static func notArray(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this is a number, which has no elements",
      remedy: "remove the index, or make it an extra global parameter")
  }

  static func notPointer(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this is no array", remedy: "use the name of an extra global parameter")
  }

  static func pointersCombined(_ sign: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(sign)' is not possible with these arrays",
      remedy: "use numbers, or add an integer to an array")
  }

  static func pointerCast(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this conversion between numbers and arrays is not possible",
      remedy: "convert the element instead")
  }

  static func constRemoved(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this would make 'const' elements writable",
      remedy: "declare the pointer with const")
  }

  static func wrongPointer(_ type: NumericType, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this is no array of \(type.rawValue)",
      remedy: "use an array of that type")
  }

  static func pointerToPointer(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "there are no arrays of arrays to point to", remedy: "write one '*'")
  }

  static func pointerWithoutValue(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' points nowhere", remedy: "give it an array, as in = times")
  }

  static func pointerChangedInside(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "a pointer is assigned inside of an expression",
      remedy: "make it a statement of its own")
  }

  static func arrayMoved(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is an array that others use too",
      remedy: "copy it into a local pointer and move that")
  }

  static func elementReadOnly(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the element can't be written: its pointer is one to 'const'",
      remedy: "declare the pointer without const")
  }

  static func pastChanged(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "an earlier value can't be written", remedy: "write the name alone")
  }

  static func delayedAndPresent(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' is read both with and without a delay, which GeNN can't do",
      remedy: "write \(name)[0] for the present value")
  }

  static func writeOnly(_ name: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(name)' can only be assigned to, with '='",
      remedy: "give it the access .readWrite")
  }

  static func boolStepped(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "a bool can't be counted up or down", remedy: "assign true or false")
  }

  static func comparisonAsInteger(_ sign: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(sign)' is for integers, and GeNN takes a comparison of real numbers for a real number",
      remedy: "write (int) before the comparison")
  }

  static func doubleBySurprise(at place: SourceLocation) -> Self {
    Diagnostic(
      .warning, at: place, "this is computed in double, as all arguments are integers",
      remedy: "make one of them real (2.0 instead of 2), unless that is meant")
  }

  static func mixedTypes(
    _ name: String, _ first: NumericType, _ second: NumericType, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .warning, at: place,
      "'\(name)' has a \(first.rawValue) and a \(second.rawValue), which C++ doesn't accept",
      remedy: "convert one of them")
  }
}
