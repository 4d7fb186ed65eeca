import Diagnostics

/// Why a text is not a match spec.
package struct MatchSpecError: NotationError {
  package enum Cause: Hashable, Sendable {
    case missingName
    case name(PackageNameError.Cause, String)
    case nameIsPattern(String)
    case version(VersionSpecError.Cause)
    case versionAndBuild(String)
    case build(String)
    case pattern(PatternError.Cause)
    case buildNumber(String)
    case brackets
    case emptyField
    case multipleBrackets
    case unknownField(String)
    case repeatedField(String)
    case digest(String)
    case url(String)
    case semicolon
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .missingName: "the spec has no package name"
    case .name(let cause, let name):
      PackageNameError(cause: cause, text: name, offset: offset).message
    case .nameIsPattern(let name): "'\(name)' is a pattern, not the name of a package"
    case .version(let cause): VersionSpecError(cause: cause, offset: offset).message
    case .versionAndBuild(let text): "'\(text)' is not a version spec"
    case .build(let text): "the build string '\(text)' is not valid"
    case .pattern(let cause): PatternError(cause: cause, offset: offset).message
    case .buildNumber(let text): "'\(text)' is not a build number"
    case .brackets: "the brackets cannot be read"
    case .emptyField: "a field in the brackets has no value"
    case .multipleBrackets: "the spec has more than one pair of brackets"
    case .unknownField(let key): "specs have no field '\(key)'"
    case .repeatedField(let key): "'\(key)' is given twice"
    case .digest(let key): "the value of '\(key)' is not such a checksum"
    case .url(let text): "'\(text)' is not the URL of a package"
    case .semicolon: "a ';' cannot stand in a spec"
    }
  }

  package var remedy: String? {
    switch cause {
    case .missingName: "write the name first, as in 'numpy >=2'"
    case .name(let cause, let name):
      PackageNameError(cause: cause, text: name, offset: offset).remedy
    case .nameIsPattern: "write the whole name"
    case .version(let cause): VersionSpecError(cause: cause, offset: offset).remedy
    case .versionAndBuild: "write 'name version build', as in 'numpy >=2,<3 py312*'"
    case .build: "use letters, digits, '_' and '*', and a space before it"
    case .pattern(let cause): PatternError(cause: cause, offset: offset).remedy
    case .buildNumber: "write a number, with ==, !=, <, <=, > or >= before it if need be"
    case .brackets: "write them as in [version='>=1', build='py*']"
    case .emptyField: "write a value behind '=' or leave the field out"
    case .multipleBrackets: "put all fields into one pair"
    case .unknownField(let key): Suggestion(for: key, in: Self.fields)?.remedy ?? "leave it out"
    case .repeatedField: "leave one of them out"
    case .digest: "write all its hexadecimal digits"
    case .url: "end it with name-version-build.conda"
    case .semicolon: "write conditions as [when=\"…\"]"
    }
  }

  private static let fields =
    ["version", "build", "build_number", "channel", "subdir", "namespace"]
    + MatchSpec.Field.allCases.map(\.rawValue)
}
