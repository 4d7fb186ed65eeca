/// What conda's compiler packages set when they are activated, with this system's compilers.
enum CompilerEnvironment {
  private static var processor: String {
    #if arch(x86_64)
      "-march=nocona -mtune=haswell "
    #else
      ""
    #endif
  }

  /// `$PREFIX` is written as `@PREFIX@`.
  private static var flags: String {
    processor + "-ftree-vectorize -fPIC -fstack-protector-strong -fno-plt -O2 -ffunction-sections "
      + "-pipe -isystem @PREFIX@/include"
  }

  private static let linkerFlags =
    "-Wl,-O2 -Wl,--sort-common -Wl,--as-needed -Wl,-z,relro -Wl,-z,now -Wl,--disable-new-dtags "
    + "-Wl,--gc-sections -Wl,-rpath,@PREFIX@/lib -Wl,-rpath-link,@PREFIX@/lib -L@PREFIX@/lib"

  private static var common: [String: String] {
    [
      "AR": "ar", "AS": "as", "LD": "ld", "NM": "nm", "RANLIB": "ranlib", "STRIP": "strip",
      "OBJDUMP": "objdump", "OBJCOPY": "objcopy", "READELF": "readelf", "LDFLAGS": linkerFlags,
      "CPPFLAGS": "-DNDEBUG -D_FORTIFY_SOURCE=2 -O2 -isystem @PREFIX@/include",
    ]
  }

  static var c: [String: String] {
    common.merging(["CC": "gcc", "CPP": "cpp", "CFLAGS": flags]) { $1 }
  }

  static var cxx: [String: String] {
    common.merging(["CXX": "g++", "CXXFLAGS": "-fvisibility-inlines-hidden " + flags]) { $1 }
  }
}
