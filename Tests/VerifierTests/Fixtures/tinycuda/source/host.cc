// As GeNN's backend does: the driver, the runtime, and headers of curand and of CCCL behind cuda_fp16.h.
#include <cuda.h>
#include <cuda_fp16.h>
#include <cuda_runtime_api.h>
#include <curand_kernel.h>

extern "C" int tinycuda_devices() {
  int count = 0;
  return cuInit(0) == CUDA_SUCCESS && cudaGetDeviceCount(&count) == cudaSuccess ? count : 0;
}
