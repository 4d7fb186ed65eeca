import RecipeModel

extension CUDA {
  /// Steps that show the toolkit in `host` to a build: `CUDA_PATH`, where headers and libraries are, and on
  /// Windows `CUDA_LIBRARY_PATH`, which 13 moved from `Library\lib` to `Library\lib\x64`.
  ///
  /// Before 12 the toolkit is the building machine's own, which the compiler's activation names in `CUDA_HOME`.
  @ScriptBuilder
  public static func buildEnvironment() -> [Entry<ScriptLine>] {
    when(CUDA.version >= "12" && .linux) {
      // Explicitly, since only the activation of nvcc would add them, and setup scripts look elsewhere.
      Environment("CUDA_PATH", ScriptText(.prefix))
      when(.aarch64) {
        Environment("CUDA_TARGET", "sbsa-linux")
      } otherwise: {
        Environment("CUDA_TARGET", "x86_64-linux")
      }
      Environment("CUDA_ROOT", ScriptText(.prefix / "targets" / .variable("CUDA_TARGET")))
      // CUDA 13 has libcu++ below include/cccl, where only nvcc looks by itself, and cuRAND's headers want it.
      Environment(
        "CUDA_INCLUDES",
        "-I\(.environment("CUDA_ROOT"))/include -I\(.environment("CUDA_ROOT"))/include/cccl")
      Environment("CXXFLAGS", "\(.environment("CXXFLAGS")) \(.environment("CUDA_INCLUDES"))")
      Environment("CFLAGS", "\(.environment("CFLAGS")) \(.environment("CUDA_INCLUDES"))")
      Environment(
        "LDFLAGS",
        "\(.environment("LDFLAGS")) -L\(.environment("CUDA_ROOT"))/lib -L\(.environment("CUDA_ROOT"))/lib/stubs"
      )
      Require(
        file: .environment("CUDA_ROOT") / "include" / "cuda.h",
        "cuda.h isn't in host: cuda-cudart-dev should have brought it")
    }
    when(CUDA.version >= "12" && .windows) {
      Environment("CUDA_PATH", ScriptText(.libraryPrefix))
      when(CUDA.version >= "13") {
        Environment("CUDA_LIBRARY_PATH", ScriptText(.libraryPrefix / "lib" / "x64"))
      } otherwise: {
        Environment("CUDA_LIBRARY_PATH", ScriptText(.libraryPrefix / "lib"))
      }
      PrependPath(.libraryPrefix / "include" / "targets" / "x64", to: "INCLUDE")
      PrependPath(.libraryPrefix / "include", to: "INCLUDE")
      PrependPath(.environment("CUDA_LIBRARY_PATH"), to: "LIB")
      PrependPath(.libraryPrefix / "bin")
    }
    when(CUDA.version < "12") {
      Environment("CUDA_PATH", "\(.environment("CUDA_HOME"))")
    }
    when(.cuda) {
      Require(variable: "CUDA_PATH", "no CUDA toolkit to build with")
    } otherwise: {
      // A toolkit of the building machine's must not leak into the build without CUDA.
      Unset("CUDA_PATH")
    }
  }

  /// Sets `CUDA_PATH` while an environment with the package is active, and on Windows `CUDA_LIBRARY_PATH`:
  /// for packages that run nvcc on the user's machine and find it there.
  ///
  /// On Linux and macOS through `etc/conda/env_vars.d`, which runs nothing; on Windows through activation
  /// scripts, since backslashes in that file depend on who installs it.
  @OutputBuilder
  public static func pathWhileActive() -> [OutputEntry] {
    when(.linux && CUDA.version >= "12") {
      EnvironmentVariables(["CUDA_PATH": "\(.prefix)"])
    }
    when(.windows && CUDA.version >= "13") {
      Activation(
        .set("CUDA_PATH", ScriptText(.libraryPrefix)),
        .set("CUDA_LIBRARY_PATH", ScriptText(.libraryPrefix / "lib" / "x64")))
    }
    when(.windows && CUDA.version >= "12" && CUDA.version < "13") {
      Activation(
        .set("CUDA_PATH", ScriptText(.libraryPrefix)),
        .set("CUDA_LIBRARY_PATH", ScriptText(.libraryPrefix / "lib")))
    }
  }
}
