"""Times generated C++ kernels against GeNN's single-threaded CPU backend, side by side in one run.

    python Benchmarks/kernels.py        (after `make build`)

GENNFORGE_PYGENN_PYTHON names a Python that has pygenn; without it only our engine is timed. Each line gives the
whole simulation without compilation, in seconds, the best of some runs: C++ with one and two threads, GeNN as it is
and at its fastest (optimize_code, -O3 -ffast-math), and the time to generate and compile. Both engines run the same
connectivity and initial values. Timings decide nothing: they are printed for people.
"""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/gennforge"
PYTHON = os.environ.get("GENNFORGE_PYGENN_PYTHON")
RUNS = 3
NETWORKS = [
    ("vogels_abbott", 1, 1000),
    ("izhikevich_regular_spiking", 25000, 1000),
    ("microcircuit", 0.1, 200),
    ("izhikevich_cortex", 1, 1000),
    ("traub_miles", 1, 100),
    ("stdp_ten_to_one", 1, 2500),
    ("convolution", 1, 50),
]


def seconds(network, scale, duration, *options):
    """The best time of some runs, and that of generating and compiling."""
    command = [BINARY, "kernels", "run", network, "--scale", str(scale), "--duration", str(duration),
               "--no-state", "--json", *options]
    answers = [json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
               for _ in range(RUNS)]
    return (min(answer["seconds"]["run"] for answer in answers),
            min(answer["seconds"]["compile"] for answer in answers))


def main():
    print(f"{'network':28} {'C++':>9} {'2 threads':>9} {'GeNN':>9} {'GeNN -O3':>9} {'ratio':>6}"
          f" {'compile':>8} {'GeNN':>8}")
    for network, scale, duration in NETWORKS:
        one, compile_ours = seconds(network, scale, duration)
        two, _ = seconds(network, scale, duration, "--threads", "2")
        line = f"{network + ' × ' + str(scale):28} {one:9.4f} {two:9.4f}"
        if PYTHON:
            plain, compile_genn = seconds(network, scale, duration, "--engine", "genn")
            fast, _ = seconds(network, scale, duration, "--engine", "genn", "--optimize")
            line += f" {plain:9.4f} {fast:9.4f} {fast / one:6.2f} {compile_ours:8.2f} {compile_genn:8.2f}"
        print(line, flush=True)


if __name__ == "__main__":
    main()
