import Binaries

/// The libraries that come with a system, or with the driver of its GPU, and with no package.
enum SystemLibraries {
  static func contain(_ library: String, for format: Binary.Format) -> Bool {
    switch format {
    case .elf:
      let stem = LibraryOwners.stem(of: library)
      return linux.contains(stem) || stem.hasPrefix("ld-linux") || stem.hasPrefix("ld64")
    case .machO:
      return library.hasPrefix("/usr/lib/") || library.hasPrefix("/System/Library/")
    case .pe:
      let name = library.lowercased()
      return windows.contains(String(name.prefix { $0 != "." })) || name.hasPrefix("api-ms-win-")
        || name.hasPrefix("ext-ms-")
    }
  }

  /// glibc's, which `sysroot` stands for while building, and NVIDIA's driver's.
  private static let linux: Set = [
    "libc", "libm", "libdl", "librt", "libpthread", "libutil", "libresolv", "libanl",
    "linux-vdso", "libmvec", "libnss_files", "libcuda", "libnvidia-ml", "libnvcuvid",
  ]

  private static let windows: Set = [
    "advapi32", "avicap32", "avifil32", "bcrypt", "bcryptprimitives", "cabinet", "cfgmgr32",
    "comctl32", "comdlg32", "credui", "crypt32", "cryptbase", "d2d1", "d3d11", "d3d12", "d3d9",
    "dbghelp", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "gdiplus", "glu32", "hid",
    "imagehlp", "imm32", "iphlpapi", "kernel32", "kernelbase", "mf", "mfplat", "mpr", "msimg32",
    "msvcrt", "mswsock", "ncrypt", "netapi32", "normaliz", "ntdll", "nvcuda", "nvml", "odbc32",
    "ole32", "oleacc", "oleaut32", "opengl32", "pdh", "powrprof", "propsys", "psapi", "rpcrt4",
    "secur32", "setupapi", "shcore", "shell32", "shlwapi", "synchronization", "ucrtbase",
    "user32", "userenv", "usp10", "uxtheme", "version", "wevtapi", "winhttp", "wininet", "winmm",
    "winspool", "wintrust", "wldap32", "ws2_32", "wsock32", "wtsapi32",
  ]
}
