extension CxxNames {
  /// The words of C++17 that are not words of the snippet language. Ours have prefixes, but GeNN
  /// uses the names of variables as they are.
  static let keywords: Set<String> = [
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "catch", "char16_t",
    "char32_t", "class", "compl", "const_cast", "constexpr", "decltype", "delete", "dynamic_cast",
    "enum", "explicit", "export", "extern", "friend", "goto", "inline", "mutable", "namespace",
    "new",
    "noexcept", "not", "not_eq", "nullptr", "operator", "or", "or_eq", "private", "protected",
    "public", "register", "reinterpret_cast", "return", "sizeof", "static", "static_assert",
    "static_cast", "struct", "template", "this", "thread_local", "throw", "try", "typedef",
    "typeid",
    "typename", "union", "using", "virtual", "void", "volatile", "wchar_t", "xor", "xor_eq",
  ]
}
