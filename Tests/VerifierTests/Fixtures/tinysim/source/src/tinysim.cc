#include "tinysim.h"

#include <dlfcn.h>
#include <ffi.h>
#include <fstream>
#include <stdexcept>

void tinysim::generate(const std::string &folder, double tau) {
  std::ofstream makefile(folder + "/Makefile");
  makefile << "CXX ?= g++\nrunner.so: runner.cc\n\t$(CXX) -std=c++11 -fPIC -shared -o $@ $<\n";
  std::ofstream runner(folder + "/runner.cc");
  runner << "#include <vector>\n"
            "extern \"C\" int simulate(int steps, double current) {\n"
            "  std::vector<double> v(1, 0.0);\n  int spikes = 0;\n"
            "  for (int i = 0; i < steps; i++) {\n"
            "    v[0] += (current - v[0]) / " << tau << ";\n"
            "    if (v[0] > 1.0) { v[0] = 0.0; spikes++; }\n  }\n  return spikes;\n}\n";
  if (!makefile.flush() || !runner.flush()) throw std::runtime_error("can't write to " + folder);
}

int tinysim::run(const std::string &library, int steps, double current) {
  void *handle = dlopen(library.c_str(), RTLD_NOW);
  if (!handle) throw std::runtime_error(dlerror());
  void *function = dlsym(handle, "simulate");
  ffi_cif cif;
  ffi_type *types[] = {&ffi_type_sint, &ffi_type_double};
  void *arguments[] = {&steps, &current};
  ffi_arg result = 0;
  if (!function || ffi_prep_cif(&cif, FFI_DEFAULT_ABI, 2, &ffi_type_sint, types) != FFI_OK)
    throw std::runtime_error("no function to call");
  ffi_call(&cif, FFI_FN(function), &result, arguments);
  dlclose(handle);
  return static_cast<int>(result);
}
