import Binaries
import Diagnostics

/// What a library of macOS is loaded by begins with `@rpath`, not with a path of the build.
enum LibraryNames: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.binaries.filter { $0.binary.format == .machO && $0.isLoaded }.flatMap { placed in
      let ofOthers = placed.binary.needed.map(\.name).filter {
        $0.hasPrefix("/") && !SystemLibraries.contain($0, for: .machO)
      }
      let own = placed.binary.name.flatMap { $0.hasPrefix("/") ? $0 : nil }
      let install = own.map { Diagnostic.absoluteInstallName($0, of: placed.path) }
      return [install].compactMap(\.self)
        + ofOthers.map { Diagnostic.absoluteLibraryPath($0, in: placed.path) }
    }
  }
}

extension Diagnostic {
  static func absoluteInstallName(_ name: String, of file: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the install name of '\(file)' is '\(name)': who links it looks there",
      remedy: "link with -Wl,-install_name,@rpath/\(LibraryOwners.name(of: name)), or let "
        + "binary relocation on")
  }

  static func absoluteLibraryPath(_ name: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(file)' loads '\(name)', which exists only where it was built",
      remedy: "link a library whose install name begins with @rpath/")
  }
}
