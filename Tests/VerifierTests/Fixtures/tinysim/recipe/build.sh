#!/usr/bin/env bash
set -euo pipefail

"${PYTHON}" -m pip install . -vv --no-deps --no-build-isolation
mkdir -p "${PREFIX}/etc/conda/activate.d" "${PREFIX}/etc/conda/deactivate.d"
printf 'export TINYSIM_HOME="%s"\n' "${PREFIX}" >"${PREFIX}/etc/conda/activate.d/tinysim.sh"
printf 'unset TINYSIM_HOME\n' >"${PREFIX}/etc/conda/deactivate.d/tinysim.sh"
