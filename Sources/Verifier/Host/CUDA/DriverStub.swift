/// A library to link with in the driver's place.
enum DriverStub {
  /// Every function that the header declares, under the name that it is linked by, but for those that
  /// another source defines.
  static func source(header: String, without other: String = "") -> String {
    var names: Set<String> = []
    for line in header.split(separator: "\n") {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      if line.hasPrefix("#define cu"), words.count > 2, let name = words.last, isFunction(name) {
        // #define cuMemAlloc cuMemAlloc_v2, or __CUDA_API_PTDS(cuMemcpyHtoD_v2)
        names.insert(String(name))
      } else if let call = words.firstIndex(of: "CUDAAPI"), words.indices.contains(call + 1),
        isFunction(words[call + 1])
      {
        names.insert(String(words[call + 1]))
      }
    }
    // 34 is CUDA_ERROR_STUB_LIBRARY.
    return names.sorted().filter { !other.contains("CUDAAPI \($0)(") }.map {
      "int \($0)(void) { return 34; }\n"
    }.joined()
  }

  private static func isFunction(_ word: Substring) -> Bool {
    word.hasPrefix("cu") && word.dropFirst(2).first?.isUppercase == true
  }
}
