/// A type as a declaration or a cast writes it.
struct TypeSpecifier: Hashable, Sendable {
  var name: TypeName
  /// Whether the number, or what a pointer points to, is `const`.
  var isConstant: Bool
  /// One for each `*`: whether `const` follows it.
  var pointers: [Bool]
  var offset: Int
}
