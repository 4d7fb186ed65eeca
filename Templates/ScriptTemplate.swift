/// The skeletons of scripts, named as the files are that may override them.
package enum ScriptTemplate: String, Hashable, Sendable, CaseIterable {
  case unixBuild = "build.sh"
  case windowsBuild = "build.bat"
  case unixLink = "link.sh"
  case windowsLink = "link.bat"
  case posixActivation = "activate.sh"
  case fishActivation = "activate.fish"
  case powerShellActivation = "activate.ps1"
  case cmdActivation = "activate.bat"

  package var fileName: String { rawValue + ".mustache" }

  var embedded: [UInt8] {
    switch self {
    case .unixBuild: PackageResources.build_sh_mustache
    case .windowsBuild: PackageResources.build_bat_mustache
    case .unixLink: PackageResources.link_sh_mustache
    case .windowsLink: PackageResources.link_bat_mustache
    case .posixActivation: PackageResources.activate_sh_mustache
    case .fishActivation: PackageResources.activate_fish_mustache
    case .powerShellActivation: PackageResources.activate_ps1_mustache
    case .cmdActivation: PackageResources.activate_bat_mustache
    }
  }
}
