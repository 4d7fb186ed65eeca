/// A Windows program without a runtime, made by the Swift toolchain's own clang and linker.
enum ShowProgram {
  static let source = """
    typedef unsigned short wchar;
    typedef void *handle;
    __declspec(dllimport) wchar *GetCommandLineW(void);
    __declspec(dllimport) wchar **CommandLineToArgvW(const wchar *, int *);
    __declspec(dllimport) handle GetStdHandle(unsigned);
    __declspec(dllimport) int WriteFile(handle, const void *, unsigned, unsigned *, void *);
    __declspec(dllimport) int WideCharToMultiByte(
        unsigned, unsigned, const wchar *, int, char *, int, void *, void *);
    __declspec(dllimport) unsigned GetEnvironmentVariableW(const wchar *, wchar *, unsigned);
    __declspec(dllimport) void ExitProcess(unsigned);

    static char text[65536];
    static wchar value[32768];

    static void put(const wchar *s) {
      unsigned written, size = WideCharToMultiByte(65001, 0, s, -1, text, 65536, 0, 0);
      handle out = GetStdHandle((unsigned)-11);
      WriteFile(out, "[", 1, &written, 0);
      WriteFile(out, text, size - 1, &written, 0);
      WriteFile(out, "]\\n", 2, &written, 0);
    }

    void start(void) {
      int count;
      wchar **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
      for (int i = 1; i < count; i++) {
        if (arguments[i][0] != '=') {
          put(arguments[i]);
        } else {
          if (!GetEnvironmentVariableW(arguments[i] + 1, value, 32768)) value[0] = 0;
          put(value);
        }
      }
      ExitProcess(0);
    }
    """

  static let kernel32 = """
    LIBRARY kernel32.dll
    EXPORTS
    GetCommandLineW
    GetStdHandle
    WriteFile
    WideCharToMultiByte
    GetEnvironmentVariableW
    ExitProcess

    """

  static let shell32 = """
    LIBRARY shell32.dll
    EXPORTS
    CommandLineToArgvW

    """
}
