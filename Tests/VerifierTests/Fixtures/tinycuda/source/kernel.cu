#include <curand_kernel.h>

__global__ void jitter(float *values, unsigned long long seed) {
  curandStatePhilox4_32_10_t state;
  curand_init(seed, threadIdx.x, 0, &state);
  values[threadIdx.x] += sinf(curand_uniform(&state));
}
