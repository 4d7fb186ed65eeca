"""Compiles the kernels of a generated CUDA program by NVRTC, the compiler of NVIDIA's CUDA 12.9.

    python nvrtc_judge.py PROGRAM.cu sm_75 sm_90 ...

PyPI has no nvcc before CUDA 13, but it has NVRTC, which takes the same code for GPUs by the same front and back end
and leaves out the host's half. Prints "compiled ARCHITECTURE BYTES"; a warning counts as an error.
"""
import ctypes
import pathlib
import re
import sys
import sysconfig

NVIDIA = pathlib.Path(sysconfig.get_paths()["purelib"]) / "nvidia"
# NVRTC knows no headers of the host's C++ library; NVIDIA's own has the same names elsewhere.
PRELUDE = """\
#include <cuda/std/cstdint>
#include <cuda/std/cmath>
#include <cuda/std/limits>
#include <cuda/std/type_traits>
#include <cuda/std/utility>
#pragma nv_diag_suppress 177, 186
#define HUGE_VAL __longlong_as_double(0x7ff0000000000000ll)
namespace std {
using namespace cuda::std;
using ::memcpy;
using ::ceil; using ::fabs; using ::floor; using ::fma; using ::fmax; using ::fmin; using ::fmod; using ::hypot;
using ::ldexp; using ::nearbyint; using ::rint; using ::round; using ::trunc;
}
"""
# nvcc's, as CudaProgram.swift has them.
OPTIONS = ["--std=c++17", "-fmad=false", "-prec-div=true", "-prec-sqrt=true", "-ftz=false"]


def kernels(program):
    """The program without what only the host does."""
    text = re.sub(r"^#include <[^>]+>\n", "", program, flags=re.MULTILINE)
    text, _ = text.split("// MARK: What the host does.")
    before, after = text.split("[[noreturn, maybe_unused]] void fail", 1)
    return f"{PRELUDE}{before}{after[after.index('// Threads of a block;'):]}\n}}  // namespace\n"


class Compiler:
    """The library, by its C functions."""

    def __init__(self):
        self.library = ctypes.CDLL(str(next((NVIDIA / "cuda_nvrtc/lib").glob("libnvrtc.so.*"))))

    def size(self, name, handle):
        size = ctypes.c_size_t()
        getattr(self.library, f"nvrtcGet{name}Size")(handle, ctypes.byref(size))
        return size.value

    def log(self, handle):
        text = ctypes.create_string_buffer(max(1, self.size("ProgramLog", handle)))
        self.library.nvrtcGetProgramLog(handle, text)
        return text.value.decode().strip()

    def compile(self, source, architecture):
        """What the compiler says, and the size of the code."""
        handle = ctypes.c_void_p()
        self.library.nvrtcCreateProgram(ctypes.byref(handle), source.encode(), b"kernels.cu", 0, None, None)
        options = [*OPTIONS, f"--gpu-architecture={architecture}"]
        options += [f"-I{NVIDIA / package / 'include'}" for package in ("cuda_runtime", "cuda_cccl")]
        words = (ctypes.c_char_p * len(options))(*[option.encode() for option in options])
        status = self.library.nvrtcCompileProgram(handle, len(options), words)
        log = self.log(handle)
        size = 0 if status else self.size("CUBIN", handle)
        self.library.nvrtcDestroyProgram(ctypes.byref(handle))
        return log or (f"status {status}" if status else ""), size


def main():
    source = kernels(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    compiler = Compiler()
    for architecture in sys.argv[2:]:
        problem, size = compiler.compile(source, architecture)
        if problem:
            sys.exit(f"{architecture}: {problem}")
        print("compiled", architecture, size)


if __name__ == "__main__":
    main()
