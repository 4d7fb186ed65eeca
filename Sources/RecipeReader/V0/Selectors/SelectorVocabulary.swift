/// The words that selectors may use, as conda-build 26.7 configures its evaluator.
enum SelectorVocabulary {
  static let functions: Set<String> = ["int", "float", "len", "str", "list", "dict", "tuple"]

  static let attributes: Set<String> = [
    "endswith", "index", "lower", "rsplit", "split", "startswith", "strip", "upper", "join",
    "replace", "get", "items", "keys", "values", "environ", "getenv", "pathsep", "sep",
  ]

  /// Python's keywords that can't stand where a value is expected.
  static let keywords: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// Python's built-in names: not defined by conda-build and yet true (`# [license]`).
  static let builtins: Set<String> = [
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray",
    "bytes", "callable", "chr", "classmethod", "compile", "complex", "copyright", "credits",
    "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter", "float",
    "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input",
    "int", "isinstance", "issubclass", "iter", "len", "license", "list", "locals", "map", "max",
    "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property",
    "quit", "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted",
    "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip", "Ellipsis",
    "NotImplemented", "Exception", "BaseException", "TypeError", "ValueError", "KeyError",
    "IndexError", "NameError", "OSError", "RuntimeError", "StopIteration", "SystemExit", "Warning",
    "__builtins__", "__debug__", "__import__", "__name__", "__build_class__", "__spec__",
    "__loader__",
  ]
}
