// Runs the kernels of a CUDA program on a CPU, so that what they compute can be compared without a
// GPU: the program is compiled as C++ with this header in the place of NVIDIA's.
//
// Blocks run one after the other, in an order that changes from kernel to kernel. The threads of a
// block take turns, also in changing order: each runs until it ends or has to wait for the others of
// its warp (__ballot_sync) or block (__syncthreads). A result that depends on the order of threads or
// blocks thus changes with CUDA_ON_CPU_SEED; a thread that never arrives where others wait, or that
// waits in a warp that others have left, ends the program.
//
// What this can't show: races that only overlapping threads have, memory that GPUs cache, and how long
// anything takes.
//
// CUDA_ON_CPU_FAULT makes the runtime fail, for tests of what then happens: "no-driver", "no-device",
// "memory" (the third allocation), or "kernel" (the sixth one, found by whoever waits for it).
#pragma once

#include <ucontext.h>
#include <setjmp.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#define __global__
#define __device__
#define __host__
#define __constant__
#define __launch_bounds__(...)

struct dim3 {
  unsigned x, y, z;
  dim3(unsigned x = 1, unsigned y = 1, unsigned z = 1) : x(x), y(y), z(z) {}
};

inline dim3 threadIdx(0, 0, 0), blockIdx(0, 0, 0), blockDim, gridDim;

namespace cuda_on_cpu {

[[noreturn]] inline void stop(const char* reason) {
  std::fprintf(stderr, "cuda-on-cpu: %s\n", reason);
  std::abort();
}

// For orders: splitmix64.
inline std::uint64_t& state() {
  static std::uint64_t state = [] {
    const char* seed = std::getenv("CUDA_ON_CPU_SEED");
    return seed == nullptr ? 0 : std::strtoull(seed, nullptr, 10);
  }();
  return state;
}

inline std::uint64_t random() {
  std::uint64_t z = (state() += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

inline void shuffle(std::vector<unsigned>& order) {
  for (std::size_t left = order.size(); left > 1; --left) {
    std::swap(order[left - 1], order[random() % left]);
  }
}

// A thread of the GPU, with a stack of its own. Stacks are used again for all blocks.
struct Fiber {
  enum State { ready, at_warp, at_block, done };
  State state = done;
  bool vote = false;
  std::uint32_t ballot = 0;
  jmp_buf place;
  ucontext_t context;
  std::unique_ptr<char[]> stack;
};

inline std::vector<Fiber> fibers;
inline std::function<void()> body;
inline jmp_buf scheduler;
inline ucontext_t scheduler_context;
inline unsigned current = 0;

inline void leave(Fiber::State state) {
  Fiber& fiber = fibers[current];
  fiber.state = state;
  if (_setjmp(fiber.place) == 0) _longjmp(scheduler, 1);
}

// A fiber starts once, and then runs a thread of each block.
inline void live() {
  for (;;) {
    body();
    leave(Fiber::done);
  }
}

inline void go_on(unsigned index) {
  constexpr std::size_t stack_size = 1 << 16;
  current = index;
  threadIdx = dim3(index, 0, 0);
  Fiber& fiber = fibers[index];
  if (_setjmp(scheduler) != 0) return;
  if (fiber.stack != nullptr) _longjmp(fiber.place, 1);
  fiber.stack.reset(new char[stack_size]);
  getcontext(&fiber.context);
  fiber.context.uc_stack.ss_sp = fiber.stack.get();
  fiber.context.uc_stack.ss_size = stack_size;
  fiber.context.uc_link = nullptr;
  makecontext(&fiber.context, live, 0);
  swapcontext(&scheduler_context, &fiber.context);
}

// Lets those of a warp go on who wait for each other; true if there were any.
inline bool release_warp(unsigned first, unsigned last) {
  std::uint32_t ballot = 0;
  unsigned waiting = 0;
  for (unsigned lane = first; lane < last; ++lane) {
    if (fibers[lane].state != Fiber::at_warp) continue;
    ++waiting;
    if (fibers[lane].vote) ballot |= 1u << (lane - first);
  }
  if (waiting == 0) return false;
  if (waiting != last - first) {
    for (unsigned lane = first; lane < last; ++lane) {
      if (fibers[lane].state == Fiber::done) stop("a warp waits for a thread that has ended");
    }
    return false;
  }
  for (unsigned lane = first; lane < last; ++lane) {
    fibers[lane].ballot = ballot;
    fibers[lane].state = Fiber::ready;
  }
  return true;
}

inline void run_block(unsigned threads, std::vector<unsigned>& order) {
  for (unsigned index = 0; index < threads; ++index) fibers[index].state = Fiber::ready;
  for (;;) {
    shuffle(order);
    for (const unsigned index : order) {
      if (fibers[index].state == Fiber::ready) go_on(index);
    }
    bool goes_on = false;
    for (unsigned first = 0; first < threads; first += 32) {
      goes_on |= release_warp(first, std::min(first + 32, threads));
    }
    if (goes_on) continue;
    const auto count = [threads](Fiber::State state) {
      return std::count_if(fibers.begin(), fibers.begin() + threads,
                           [state](const Fiber& fiber) { return fiber.state == state; });
    };
    if (count(Fiber::done) == threads) return;
    if (count(Fiber::at_block) != threads) stop("not all threads of a block reach a barrier");
    for (unsigned index = 0; index < threads; ++index) fibers[index].state = Fiber::ready;
  }
}

inline void run(dim3 grid, dim3 block, const std::function<void()>& kernel) {
  if (block.x % 32 != 0 || block.x > 1024 || grid.x == 0) stop("a kernel has no proper shape");
  if (fibers.size() < block.x) {
    // Fibers don't move: none has started yet.
    if (!fibers.empty()) stop("blocks have different sizes");
    fibers = std::vector<Fiber>(block.x);
  }
  body = kernel;
  gridDim = grid;
  blockDim = block;
  std::vector<unsigned> blocks(grid.x), threads(block.x);
  std::iota(blocks.begin(), blocks.end(), 0u);
  std::iota(threads.begin(), threads.end(), 0u);
  shuffle(blocks);
  for (const unsigned index : blocks) {
    blockIdx = dim3(index, 0, 0);
    run_block(block.x, threads);
  }
}

inline std::string fault() {
  const char* fault = std::getenv("CUDA_ON_CPU_FAULT");
  return fault == nullptr ? "" : fault;
}

}  // namespace cuda_on_cpu

// MARK: What kernels call.

inline void __syncthreads() { cuda_on_cpu::leave(cuda_on_cpu::Fiber::at_block); }

inline std::uint32_t __ballot_sync(std::uint32_t mask, bool vote) {
  if (mask != 0xFFFFFFFFu) cuda_on_cpu::stop("only whole warps can vote");
  cuda_on_cpu::fibers[cuda_on_cpu::current].vote = vote;
  cuda_on_cpu::leave(cuda_on_cpu::Fiber::at_warp);
  return cuda_on_cpu::fibers[cuda_on_cpu::current].ballot;
}

inline int __ffs(int bits) { return __builtin_ffs(bits); }

template <typename T, typename Change>
T cuda_on_cpu_change(T* place, Change change) {
  const T old = *place;
  *place = change(old);
  return old;
}

template <typename T>
T atomicAdd(T* place, T value) {
  static_assert(std::is_integral_v<T>, "the order of sums of real numbers would be left to chance");
  return cuda_on_cpu_change(place, [value](T old) { return static_cast<T>(old + value); });
}

template <typename T>
T atomicOr(T* place, T value) {
  return cuda_on_cpu_change(place, [value](T old) { return static_cast<T>(old | value); });
}

template <typename T>
T atomicAnd(T* place, T value) {
  return cuda_on_cpu_change(place, [value](T old) { return static_cast<T>(old & value); });
}

template <typename T>
T atomicMin(T* place, T value) {
  return cuda_on_cpu_change(place, [value](T old) { return std::min(old, value); });
}

// MARK: The runtime.

enum cudaError_t {
  cudaSuccess = 0,
  cudaErrorMemoryAllocation = 2,
  cudaErrorInsufficientDriver = 35,
  cudaErrorNoDevice = 100,
  cudaErrorIllegalAddress = 700
};

inline const char* cudaGetErrorString(cudaError_t error) {
  switch (error) {
    case cudaSuccess: return "no error";
    case cudaErrorMemoryAllocation: return "out of memory";
    case cudaErrorInsufficientDriver:
      return "CUDA driver version is insufficient for CUDA runtime version";
    case cudaErrorNoDevice: return "no CUDA-capable device is detected";
    case cudaErrorIllegalAddress: return "an illegal memory access was encountered";
  }
  return "unknown error";
}

enum cudaMemcpyKind { cudaMemcpyHostToDevice, cudaMemcpyDeviceToHost };
enum cudaStreamCaptureMode { cudaStreamCaptureModeThreadLocal };
constexpr unsigned cudaStreamNonBlocking = 1;

struct cuda_on_cpu_graph {
  std::vector<std::function<void()>> kernels;
};
using cudaGraph_t = cuda_on_cpu_graph*;
using cudaGraphExec_t = cuda_on_cpu_graph*;

struct cuda_on_cpu_stream {
  cudaGraph_t captured = nullptr;
  cudaError_t error = cudaSuccess;
};
using cudaStream_t = cuda_on_cpu_stream*;

struct cudaLaunchConfig_t {
  dim3 gridDim, blockDim;
  std::size_t dynamicSmemBytes;
  cudaStream_t stream;
};

inline cudaError_t cudaGetDeviceCount(int* count) {
  const std::string fault = cuda_on_cpu::fault();
  if (fault == "no-driver") return cudaErrorInsufficientDriver;
  *count = fault == "no-device" ? 0 : 1;
  return cudaSuccess;
}

inline int cuda_on_cpu_allocations = 0;

template <typename T>
cudaError_t cudaMalloc(T** place, std::size_t bytes) {
  if (cuda_on_cpu::fault() == "memory" && ++cuda_on_cpu_allocations == 3) {
    return cudaErrorMemoryAllocation;
  }
  *place = static_cast<T*>(std::malloc(bytes));
  // Nobody may rely on what new memory holds.
  if (*place != nullptr) std::memset(static_cast<void*>(*place), 0xA5, bytes);
  return *place == nullptr ? cudaErrorMemoryAllocation : cudaSuccess;
}

inline cudaError_t cudaMemGetInfo(std::size_t* free, std::size_t* total) {
  *free = 1000;
  *total = 2000;
  return cudaSuccess;
}

inline cudaError_t cudaMemset(void* place, int value, std::size_t bytes) {
  std::memset(place, value, bytes);
  return cudaSuccess;
}

inline cudaError_t cudaMemsetAsync(void* place, int value, std::size_t bytes, cudaStream_t stream) {
  if (stream->captured != nullptr) cuda_on_cpu::stop("only kernels can be captured");
  return cudaMemset(place, value, bytes);
}

inline cudaError_t cudaMemcpy(void* to, const void* from, std::size_t bytes, cudaMemcpyKind) {
  if (bytes > 0) std::memcpy(to, from, bytes);
  return cudaSuccess;
}

inline cudaError_t cudaMemcpyAsync(
    void* to, const void* from, std::size_t bytes, cudaMemcpyKind kind, cudaStream_t stream) {
  if (stream->captured != nullptr) cuda_on_cpu::stop("only kernels can be captured");
  return cudaMemcpy(to, from, bytes, kind);
}

template <typename T>
cudaError_t cudaMemcpyToSymbol(T& symbol, const void* from, std::size_t bytes) {
  if (bytes > sizeof symbol) cuda_on_cpu::stop("more is copied than a symbol holds");
  std::memcpy(static_cast<void*>(&symbol), from, bytes);
  return cudaSuccess;
}

inline cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned) {
  *stream = new cuda_on_cpu_stream;
  return cudaSuccess;
}

inline cudaError_t cudaStreamSynchronize(cudaStream_t stream) {
  if (stream->captured != nullptr) cuda_on_cpu::stop("nobody can wait while kernels are captured");
  return stream->error;
}

inline cudaError_t cudaDeviceSynchronize() { return cudaSuccess; }

inline cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode) {
  stream->captured = new cuda_on_cpu_graph;
  return cudaSuccess;
}

inline cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t* graph) {
  *graph = stream->captured;
  stream->captured = nullptr;
  return cudaSuccess;
}

inline cudaError_t cudaGraphInstantiate(cudaGraphExec_t* program, cudaGraph_t graph, unsigned) {
  *program = new cuda_on_cpu_graph(*graph);
  return cudaSuccess;
}

inline cudaError_t cudaGraphLaunch(cudaGraphExec_t program, cudaStream_t) {
  for (const auto& kernel : program->kernels) kernel();
  return cudaSuccess;
}

inline cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
  delete graph;
  return cudaSuccess;
}

inline cudaError_t cudaGraphExecDestroy(cudaGraphExec_t program) {
  delete program;
  return cudaSuccess;
}

inline int cuda_on_cpu_launches = 0;

template <typename... Parameters, typename... Arguments>
cudaError_t cudaLaunchKernelEx(
    const cudaLaunchConfig_t* shape, void (*kernel)(Parameters...), Arguments... arguments) {
  const std::tuple<Parameters...> values(arguments...);
  const dim3 grid = shape->gridDim, block = shape->blockDim;
  const std::function<void()> thread = [kernel, values] { std::apply(kernel, values); };
  const cudaStream_t stream = shape->stream;
  const std::function<void()> whole = [grid, block, thread, stream] {
    if (cuda_on_cpu::fault() == "kernel" && ++cuda_on_cpu_launches == 6) {
      stream->error = cudaErrorIllegalAddress;
    }
    cuda_on_cpu::run(grid, block, thread);
  };
  if (stream->captured != nullptr) {
    stream->captured->kernels.push_back(whole);
  } else {
    whole();
  }
  return cudaSuccess;
}
