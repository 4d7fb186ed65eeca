import Conda

extension V1 {
  /// Finds out which variables made a difference to a rendering.
  struct UsedVariant {
    let variant: Combination
    /// Names that `context:` defines.
    let contextNames: Set<String>
    /// Variant keys that `context:` itself asked for, perhaps to define them anew.
    let usedByContext: Set<String>
    let platforms: Platforms

    /// Keys that always count, if they have a value.
    private static let always: Set<String> = [
      "target_platform", "channel_targets", "channel_sources",
    ]

    /// For a recipe without outputs, the values are those from before `context:` replaced them.
    func combination(
      accessed: Set<String>, context: [String: Value], freeNames: Set<String>,
      requirements: Dependencies?, noarch: Noarch?, keepsOriginals: Bool
    ) -> Combination {
      var used = Combination()
      for (key, value) in variant.entries {
        let name = key.normalized
        let isUsed =
          accessed.contains(name) || freeNames.contains(name) || usedByContext.contains(name)
          || Self.always.contains(name) || platforms.environmentKeys.contains(name)
        guard isUsed, !contextNames.contains(name) || usedByContext.contains(name),
          !(noarch == .python && name == "python")
        else { continue }
        let isOriginal = keepsOriginals && usedByContext.contains(name)
        used[VariantKey(name)] = isOriginal ? value : context[name] ?? value
      }
      if noarch != nil { used[VariantKey("target_platform")] = .string("noarch") }
      for case .spec(let spec) in requirements?.run ?? [] {
        guard let name = spec.name, name.hasPrefix("__") else { continue }
        used[VariantKey(name)] = .string(spec.text)
      }
      return used
    }
  }
}

extension V1.Platforms {
  /// Environment variables that builds on these platforms define and variant files may override.
  var environmentKeys: Set<String> {
    var keys: Set<String> = ["CPU_COUNT", "LANG", "LC_ALL", "SHLIB_EXT", "BUILD"]
    if !build.isWindows { keys.formUnion(["HOME", "USER", "SHELL", "EDITOR", "TERM"]) }
    let family = target == .noarch ? host.family : target.family
    keys.insert(family == "win" ? "Path" : "PATH")
    switch family {
    case "osx":
      keys.formUnion([
        "PKG_CONFIG_PATH", "CMAKE_GENERATOR", "SSL_CERT_FILE", "OSX_ARCH",
        "MACOSX_DEPLOYMENT_TARGET",
      ])
    case "linux":
      keys.formUnion([
        "PKG_CONFIG_PATH", "CMAKE_GENERATOR", "SSL_CERT_FILE", "QEMU_LD_PREFIX", "QEMU_UNAME",
        "DEJAGNU", "DISPLAY", "LD_RUN_PATH",
      ])
    case "win":
      keys.formUnion([
        "SCRIPTS", "LIBRARY_PREFIX", "LIBRARY_BIN", "LIBRARY_INC", "LIBRARY_LIB", "LIB", "INCLUDE",
        "CYGWIN_PREFIX",
      ])
    default: break
    }
    return keys
  }
}
