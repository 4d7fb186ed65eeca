extension V1 {
  /// The functions that there are.
  package enum Function: String, CaseIterable, Sendable {
    case compiler, stdlib, cdt, match
    case pinSubpackage = "pin_subpackage"
    case pinCompatible = "pin_compatible"
    case isLinux = "is_linux"
    case isOSX = "is_osx"
    case isWindows = "is_windows"
    case isUnix = "is_unix"
    case isIOS = "is_ios"
    case isAndroid = "is_android"
    case loadFromFile = "load_from_file"
    /// Gone; there only to say what took its place.
    case compare = "cmp"
    /// `os.environ.get` in a legacy variant file, whose selectors are expressions too.
    case environmentGet = "environ_get"

    /// Names whose look-up does not count as the use of a variable. `hash` only exists in build strings.
    static let names: Set<String> = [
      "match", "cdt", "compiler", "stdlib", "pin_subpackage", "pin_compatible", "is_linux",
      "is_osx", "is_windows", "is_unix", "load_from_file", "git", "env", "cmp", "hash",
    ]
  }
}
