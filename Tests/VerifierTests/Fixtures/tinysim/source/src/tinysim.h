#pragma once
#include <string>

namespace tinysim {
/// Writes a leaky integrator as C++ and a makefile into a folder.
void generate(const std::string &folder, double tau);
/// Loads what was built there, and runs it by way of libffi; gives the number of spikes.
int run(const std::string &library, int steps, double current);
}
