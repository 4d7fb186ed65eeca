import Diagnostics

/// The identifiers of SPDX's license list 3.29 (spdx.org/licenses), as data.
enum SPDXLicenses {
  /// Licenses that SPDX recommends to use.
  static let current = Set(currentText.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Licenses that SPDX has replaced by others.
  static let deprecated = Set(deprecatedText.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What can stand behind `WITH`.
  static let exceptions = Set(exceptionText.split(whereSeparator: \.isWhitespace).map(String.init))

  static func contains(_ id: String) -> Bool { current.contains(id) || deprecated.contains(id) }

  /// Of these a later version is not said with a `+`.
  static func isGNU(_ id: String) -> Bool {
    let family = id.prefix { $0 != "-" }
    return ["GPL", "LGPL", "AGPL", "GFDL"].contains(family)
  }

  /// What people write for some of them.
  private static let habits = [
    "apache": "Apache-2.0", "apache2": "Apache-2.0", "bsd": "BSD-3-Clause",
    "new-bsd": "BSD-3-Clause", "gpl": "GPL-3.0-or-later", "gplv2": "GPL-2.0-only",
    "gplv2+": "GPL-2.0-or-later", "gplv3": "GPL-3.0-only", "gplv3+": "GPL-3.0-or-later",
    "lgplv2.1": "LGPL-2.1-only", "lgplv3": "LGPL-3.0-only", "mpl": "MPL-2.0", "psf": "PSF-2.0",
    "mit-license": "MIT", "the-mit-license": "MIT", "public-domain": "LicenseRef-Public-Domain",
  ]

  /// What somebody probably meant by something that isn't a license.
  static func suggestion(for phrase: String) -> Suggestion? {
    let joined = String(phrase.map { $0.isWhitespace ? "-" : $0 })
    if let habit = habits[joined.lowercased()] { return Suggestion(for: habit, in: [habit]) }
    return Suggestion(for: joined, in: current.sorted())
  }

  private static let deprecatedText = """
    AGPL-1.0 AGPL-3.0 BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD bzip2-1.0.5 eCos-2.0 GFDL-1.1
    GFDL-1.2 GFDL-1.3 GPL-1.0 GPL-1.0+ GPL-2.0 GPL-2.0+ GPL-2.0-with-autoconf-exception
    GPL-2.0-with-bison-exception GPL-2.0-with-classpath-exception GPL-2.0-with-font-exception
    GPL-2.0-with-GCC-exception GPL-3.0 GPL-3.0+ GPL-3.0-with-autoconf-exception
    GPL-3.0-with-GCC-exception LGPL-2.0 LGPL-2.0+ LGPL-2.1 LGPL-2.1+ LGPL-3.0 LGPL-3.0+ Net-SNMP
    Nunit StandardML-NJ wxWindows
    """

  private static let exceptionText = """
    389-exception Asterisk-exception Asterisk-linking-protocols-exception Autoconf-exception-2.0
    Autoconf-exception-3.0 Autoconf-exception-generic Autoconf-exception-generic-3.0
    Autoconf-exception-macro Bison-exception-1.24 Bison-exception-2.2 Bootloader-exception
    CGAL-linking-exception Classpath-exception-2.0 Classpath-exception-2.0-short CLISP-exception-2.0
    cryptsetup-OpenSSL-exception Digia-Qt-LGPL-exception-1.1 DigiRule-FOSS-exception
    eCos-exception-2.0 erlang-otp-linking-exception Fawkes-Runtime-exception FLTK-exception
    fmt-exception Font-exception-2.0 freertos-exception-2.0 GCC-exception-2.0 GCC-exception-2.0-note
    GCC-exception-3.1 Gmsh-exception GNAT-exception GNOME-examples-exception GNU-compiler-exception
    gnu-javamail-exception Google-Patent-WebM GPL-3.0-389-ds-base-exception
    GPL-3.0-interface-exception GPL-3.0-linking-exception GPL-3.0-linking-source-exception
    GPL-CC-1.0 GStreamer-exception-2005 GStreamer-exception-2008 harbour-exception
    i2p-gpl-java-exception Independent-modules-exception KiCad-libraries-exception
    kvirc-openssl-exception LGPL-3.0-linking-exception libpri-OpenH323-exception Libtool-exception
    Linux-syscall-note LLGPL LLVM-exception LZMA-exception mif-exception mxml-exception
    Nokia-Qt-exception-1.1 OCaml-LGPL-linking-exception OCCT-exception-1.0
    OpenJDK-assembly-exception-1.0 openvpn-openssl-exception PCRE2-exception polyparse-exception
    PS-or-PDF-font-exception-20170817 QPL-1.0-INRIA-2004-exception Qt-GPL-exception-1.0
    Qt-LGPL-exception-1.1 Qwt-exception-1.0 romic-exception RRDtool-FLOSS-exception-2.0
    rsync-linking-exception SANE-exception SHL-2.0 SHL-2.1 Simple-Library-Usage-exception
    Spelling-Provider-LGPL-exception sqlitestudio-OpenSSL-exception stunnel-exception SWI-exception
    Swift-exception Texinfo-exception u-boot-exception-2.0 UBDL-exception
    Universal-FOSS-exception-1.0 vsftpd-openssl-exception WxWindows-exception-3.1
    x11vnc-openssl-exception
    """
}
