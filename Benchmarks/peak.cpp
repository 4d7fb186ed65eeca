// What this machine's memory and arithmetic can do at most, for Benchmarks/kernels.py, by one thread.
//
//     c++ -std=c++17 -O3 -march=native -ffp-contract=off -fno-trapping-math -fno-math-errno peak.cpp
//     ./a.out BYTES
//
// Prints "memory GB/S" of reading two arrays and writing one, BYTES in all, and "arithmetic GFLOP/S" of
// independent chains of a multiplication and an addition in single precision.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double memory(std::size_t bytes) {
  const std::size_t count = bytes / 12;
  std::vector<float> a(count, 1), b(count, 2), c(count, 3);
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const std::size_t repeats = 2 + 200000000 / bytes;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
      const float factor = static_cast<float>(repeat);
      float* const to = a.data();
      const float *const one = b.data(), *const other = c.data();
#pragma GCC ivdep
      for (std::size_t k = 0; k < count; ++k) to[k] = one[k] + factor * other[k];
      __asm__ __volatile__("" : : "r"(to) : "memory");
    }
    const double rate = 12.0 * static_cast<double>(count * repeats) / seconds_since(start);
    if (rate > best) best = rate;
  }
  return best;
}

double arithmetic() {
  constexpr int lanes = 128;
  constexpr int rounds = 2000000;
  alignas(64) float x[lanes];
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    for (int k = 0; k < lanes; ++k) x[k] = static_cast<float>(k) * 0.001f;
    const auto start = std::chrono::steady_clock::now();
    for (int step = 0; step < rounds; ++step) {
      for (int k = 0; k < lanes; ++k) x[k] = x[k] * 0.999f + 0.001f;
    }
    __asm__ __volatile__("" : : "r"(x) : "memory");
    const double rate = 2.0 * lanes * rounds / seconds_since(start);
    if (rate > best) best = rate;
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t bytes = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1 << 20;
  std::printf("memory %.3f\n", memory(bytes < 12000 ? 12000 : bytes) * 1e-9);
  std::printf("arithmetic %.3f\n", arithmetic() * 1e-9);
}
