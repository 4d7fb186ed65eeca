/// Where in a Swift file something was written, for findings about it.
///
/// Two values that differ only in their place are equal: a place says where a model was described,
/// not what it is.
public struct Place: Sendable {
  /// A `#fileID`, such as `Recipes/PyGeNN.swift`.
  public var file: String
  /// Counts from 1.
  public var line: Int
  /// Counts from 1.
  public var column: Int

  /// A place in a Swift file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: Hashable {
  /// Always true, so that places never decide whether two descriptions are equal.
  public static func == (a: Self, b: Self) -> Bool { true }

  /// Adds nothing, as all places are equal.
  public func hash(into hasher: inout Hasher) {}
}
