#include <pybind11/pybind11.h>

#include "tinysim.h"

PYBIND11_MODULE(_tinysim, module) {
  module.def("generate", &tinysim::generate);
  module.def("run", &tinysim::run);
}
