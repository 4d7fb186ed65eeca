import RecipeModel

extension BatchPrinter {
  /// The variable with a variant's value in it, `None` where it has none.
  mutating func variantValue(of key: VariantKey) -> String {
    let name = "_variant_" + key.name
    guard versions[name] == nil else { return name }
    versions[name] = name
    let variable = context.variantVariable(key)
    unconditional { printer in
      printer.add("set \"\(name)=%\(variable)%\"")
      printer.add("if not defined \(variable) set \"\(name)=None\"")
    }
    return name
  }

  /// cmd compares numbers or letters but no versions: each of four numbers becomes eight digits,
  /// and the digits are compared as letters. The variable stays unset for `None`, so no comparison
  /// holds.
  mutating func versionTest(
    _ key: VariantKey, _ relation: VersionRelation, _ version: String
  ) -> String {
    let digits = self.digits(of: key)
    let bound = context.versionNumbers(version, of: key).prefix(4).map(Self.eightDigits).joined()
    let padded = bound + String(repeating: "0", count: 32 - bound.utf8.count)
    let comparison =
      switch relation {
      case .less: "lss"
      case .atMost: "leq"
      case .equal: "equ"
      case .differs: "neq"
      case .atLeast: "geq"
      case .greater: "gtr"
      }
    return "if defined \(digits) if \"%\(digits)%\" \(comparison) \"\(padded)\" "
  }

  private mutating func digits(of key: VariantKey) -> String {
    let value = variantValue(of: key)
    let digits = "_digits_" + key.name
    guard versions[digits] == nil else { return digits }
    versions[digits] = digits
    unconditional { printer in
      printer.add("set \"\(digits)=\"")
      for number in 1...4 {
        printer.add(
          "for /f \"tokens=\(number) delims=.* \" %%a in (\"%\(value)%.0.0.0\") do "
            + "set \"_n\(number)=0000000%%a\"")
      }
      printer.add("set \"\(digits)=%_n1:~-8%%_n2:~-8%%_n3:~-8%%_n4:~-8%\"")
      printer.add("for /f \"delims=0123456789.* \" %%a in (\"%\(value)%\") do set \"\(digits)=\"")
      let unknown = "if not defined \(digits) if not \"%\(value)%\"==\"None\" "
      printer.add("\(unknown)>&2 echo cannot compare \(key.name) as a version")
      printer.add("\(unknown)exit 1")
    }
    return digits
  }

  private static func eightDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }
}
