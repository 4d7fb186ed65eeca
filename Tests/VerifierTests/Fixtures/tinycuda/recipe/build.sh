#!/usr/bin/env bash
set -euo pipefail
export CUDA_PATH="${PREFIX}"
nvcc -arch sm_90 -cubin -o kernel.cubin kernel.cu
mkdir -p "${PREFIX}/lib" "${PREFIX}/share/tinycuda" "${PREFIX}/etc/conda/env_vars.d"
cp kernel.cubin "${BUILD_PREFIX}/nvvm/libdevice/libdevice.10.bc" "${PREFIX}/share/tinycuda/"
# Left out without a word where there is no toolkit, as GeNN's setup.py does.
if [ -d "${CUDA_PATH:-}" ]; then
  # shellcheck disable=SC2086 # flags are words
  "${CXX}" ${CPPFLAGS} ${CXXFLAGS} -shared host.cc -o "${PREFIX}/lib/libtinycuda.so" ${LDFLAGS} -lcuda -lcudart
fi
cp tinycuda "${PREFIX}/bin/tinycuda"
printf '{"CUDA_PATH": "%s"}\n' "${PREFIX}" >"${PREFIX}/etc/conda/env_vars.d/tinycuda.json"
