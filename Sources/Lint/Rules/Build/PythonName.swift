/// Names of Python modules and functions.
enum PythonName {
  /// `pygenn.cuda_backend`; Python allows letters of other scripts, too.
  static func isDotted(_ text: some StringProtocol) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, !first.isNumber else { return false }
      return part.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    }
  }
}
