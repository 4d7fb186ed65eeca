/// Texts that each shell would like to take for something else.
enum NastyText {
  /// They fit on a line, and hold nothing that Windows can't.
  static let lines = [
    "plain", "two words", "  led and trailed by blanks  ", "'single'", "\"double\"",
    "odd \" quote", "odd ' quote", "both ' and \"", "%PATH%", "100%", "%%", "%1 %~dp0 %A", "!PATH!",
    "hat^hat", "^", "a & b", "a && b", "a | b", "a || b", "x > y < z", "(a)", ")", "a;b,c=d",
    "$HOME", "${HOME}", "$(echo x)", "`echo x`", "$", "\\", "\\\\", "ends in \\", "C:\\a b\\",
    "\\\"", "\\\\\"x", "-n", "--", "-rf", "/?", "on", "#x", "~", "*", "?", "[a]", "{a,b}", "a=b",
    "!!",
    "tab\there", "\" & echo x & \"", "% \" & ^ %", "<\"&^>", "if", "@x", ":x", "caf\u{E9}",
    "\u{65E5}\u{672C}\u{8A9E}", "\u{1D11E}", "e\u{301}", "'\u{301}", "\"\u{301}",
    "\u{2019}\u{201C}",
    "a\"b c\"d & e", "\"%PATH%\"", "x\"^\"y",
  ]

  /// What only Unix can hold.
  static let unix = ["two\nlines", "\n", "ends\n", "\r", "a\r\nb", "\u{7}\u{1B}[31m", "\u{1A}"]

  static let ascii = lines.filter { $0.utf8.allSatisfy { $0 < 0x80 } }

  /// That can be in a file's name on Windows.
  static let fileNames = lines.filter { text in
    !text.unicodeScalars.contains { "<>:\"/|?*\\\t".unicodeScalars.contains($0) }
      && !text.hasSuffix(" ") && !text.hasSuffix(".") && !text.hasPrefix(" ")
  }
}
