"""Times generated C++ kernels, side by side with GeNN and Brian2 in one run.

    python Benchmarks/kernels.py [--quick] [--only PART...]        (after `make build`)

GENNFORGE_PYGENN_PYTHON names a Python that has pygenn, GENNFORGE_JUDGES one that has brian2; what is missing is
said and left out. Seconds are those of the whole simulation without compilation, the best of some runs, which take
turns. GeNN is timed as it is, and at its fastest (optimize_code: -O3 -ffast-math); all run the same connectivity and
initial values. Timings decide nothing: they are printed for people.

Parts: gallery, threads, scaling, share, brian, cuda (compiling alone), microcircuit.
"""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/gennforge"
PYGENN = os.environ.get("GENNFORGE_PYGENN_PYTHON")
JUDGES = os.environ.get("GENNFORGE_JUDGES")
CXX = os.environ.get("CXX", "c++").split()
# Network, scale, milliseconds, and how much faster than GeNN at its fastest it should be.
GALLERY = [
    ("vogels_abbott", 1, 1000, 2), ("izhikevich_regular_spiking", 25000, 1000, 2),
    ("microcircuit", 0.1, 200, 1.5), ("izhikevich_cortex", 1, 1000, 1),
    ("traub_miles", 10, 100, 1), ("stdp_ten_to_one", 1, 2500, 1), ("stdp_window", 1, 500, 1),
    ("convolution", 1, 50, 1), ("poisson", 100, 500, 1), ("delay_ring", 1, 500, 1),
    ("adam", 1, 2000, 1), ("lif_frequency_curve", 1, 500, 1),
    ("izhikevich_bursting", 25000, 200, 1), ("izhikevich_chattering", 25000, 200, 1),
]
# Larger models, on which two threads should be at least 1.6 times as fast as one.
THREADS = [("vogels_abbott", 4, 500), ("izhikevich_regular_spiking", 250000, 200),
           ("microcircuit", 0.1, 200), ("izhikevich_cortex", 4, 200)]
# Operations of one Izhikevich neuron and step: two half steps of V (10 each) and one of U (5), its input (1).
# Bytes: V and U are read and written in single precision, and a mark is written.
IZHIKEVICH_FLOP, IZHIKEVICH_BYTES = 26, 17


class Failed(Exception):
    """A run that gave no figure."""


def run(network, scale, duration, *options):
    """What one run prints."""
    command = [BINARY, "kernels", "run", network, "--scale", str(scale), "--duration", str(duration),
               "--no-state", "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed((done.stderr.strip().splitlines() or ["no message"])[0])
    return json.loads(done.stdout)


def best(network, scale, duration, variants, runs):
    """For each variant of options the best seconds of running, and of compiling; runs take turns."""
    answers = {name: [] for name in variants}
    problems = {}
    for _ in range(runs):
        for name, options in variants.items():
            if name not in problems:
                try:
                    answers[name].append(run(network, scale, duration, *options))
                except Failed as problem:
                    problems[name] = str(problem)
    figures = {name: (min(answer["seconds"]["run"] for answer in all_),
                      min(answer["seconds"]["compile"] for answer in all_))
               for name, all_ in answers.items() if all_ and name not in problems}
    return figures, problems


def title(network, scale):
    return f"{network} × {scale:g}"


def verdict(ratio, wanted):
    return f"{ratio:6.2f}x, wanted {wanted:g}x: {'yes' if ratio >= wanted else 'no'}"


def gallery(quick):
    print("# The gallery: one thread against GeNN's single_threaded_cpu")
    if not PYGENN:
        print("not measured: GeNN (set GENNFORGE_PYGENN_PYTHON to a Python that has pygenn)")
    variants = {"cxx": []}
    if PYGENN:
        variants |= {"genn": ["--engine", "genn"], "genn -O3": ["--engine", "genn", "--optimize"]}
    slower = []
    for network, scale, duration, wanted in GALLERY:
        if quick:
            scale, duration = min(scale, 100), duration / 10
        figures, problems = best(network, scale, duration, variants, 1 if quick else 3)
        line = f"{title(network, scale):32}"
        for name in variants:
            if name in figures:
                line += f" {name} {figures[name][0]:.4f} s"
        if "cxx" in figures and "genn -O3" in figures:
            ratio = figures["genn -O3"][0] / figures["cxx"][0]
            line += f" | {verdict(ratio, wanted)}"
            line += f" | compile {figures['cxx'][1]:.2f} s, GeNN {figures['genn'][1]:.2f} s"
            if ratio < 1:
                slower.append(network)
        print(line, flush=True)
        for name, problem in problems.items():
            print(f"  {name} failed: {problem}")
    if PYGENN:
        print(f"never slower than GeNN -O3: {'yes' if not slower else 'no: ' + ', '.join(slower)}")


def threads(quick):
    print("# Two threads against one")
    if (os.cpu_count() or 1) < 2:
        print("not measured: this machine has one core")
        return
    for network, scale, duration in THREADS:
        if quick:
            scale, duration = scale / 10, duration / 10
        figures, problems = best(
            network, scale, duration, {"1": [], "2": ["--threads", "2"]}, 1 if quick else 3)
        if problems:
            print(f"{title(network, scale):32} failed: {problems}")
            continue
        ratio = figures["1"][0] / figures["2"][0]
        print(f"{title(network, scale):32} 1: {figures['1'][0]:.4f} s  2: {figures['2'][0]:.4f} s"
              f" | {verdict(ratio, 1.6)}", flush=True)


def scaling(quick):
    print("# Cost for each neuron's step and each synapse's spike, which should not grow with the network")
    for scale in [0.25, 0.5, 1, 2, 4]:
        duration = 50 if quick else 500
        answer = run("vogels_abbott", scale, duration)
        neurons = sum(population["neurons"] for population in answer["populations"])
        spikes = sum(population["spikes"] for population in answer["populations"])
        events = neurons * answer["steps"] + spikes * answer["synapses"] / neurons
        print(f"{title('vogels_abbott', scale):32} {answer['seconds']['run']:.4f} s for"
              f" {events:.3g} events: {answer['seconds']['run'] / events * 1e9:.2f} ns each", flush=True)


def share(quick):
    print("# The update loop against what this machine can do (izhikevich_regular_spiking, one thread)")
    with tempfile.TemporaryDirectory() as folder:
        program = f"{folder}/peak"
        subprocess.run(
            [*CXX, "-std=c++17", "-O3", "-march=native", "-ffp-contract=off", "-fno-trapping-math",
             "-fno-math-errno", "-Wno-unknown-pragmas", str(ROOT / "Benchmarks/peak.cpp"), "-o", program],
            check=True)
        for copies, duration in [(2500, 2000), (25000, 1000), (2500000, 3)]:
            if quick:
                duration /= 10
            neurons = 4 * copies
            answer = run("izhikevich_regular_spiking", copies, duration)
            rate = neurons * answer["steps"] / answer["seconds"]["run"]
            output = subprocess.run([program, str(neurons * 8)], check=True, capture_output=True, text=True)
            peak = dict(line.split() for line in output.stdout.splitlines())
            memory, arithmetic = float(peak["memory"]), float(peak["arithmetic"])
            print(f"{neurons:9d} neurons: {rate * 1e-9:.3f} G steps/s | arithmetic"
                  f" {rate * IZHIKEVICH_FLOP * 1e-9:.1f} of {arithmetic:.1f} GFLOP/s"
                  f" ({100 * rate * IZHIKEVICH_FLOP * 1e-9 / arithmetic:.0f} %) | memory"
                  f" {rate * IZHIKEVICH_BYTES * 1e-9:.1f} of {memory:.1f} GB/s"
                  f" ({100 * rate * IZHIKEVICH_BYTES * 1e-9 / memory:.0f} %)", flush=True)


def brian(quick):
    print("# Brian2's C++ standalone, the same COBA network, connectivity and start")
    if not JUDGES or not os.access(JUDGES, os.X_OK):
        print("not measured: Brian2 (set GENNFORGE_JUDGES to a Python that has requirements-judges.txt)")
        return
    duration = 100 if quick else 1000
    done = subprocess.run(
        [BINARY, "kernels", "run", "vogels_abbott", "--duration", str(duration), "--no-state", "--json",
         "--keep", "--precision", "double"], capture_output=True, text=True, check=True)
    folder = next(line.split(": ", 1)[1] for line in done.stderr.splitlines() if line.startswith("kept: "))
    ours = json.loads(done.stdout)["seconds"]["run"]
    for _ in range(0 if quick else 2):
        again = run("vogels_abbott", 1, duration, "--precision", "double")
        ours = min(ours, again["seconds"]["run"])
    judge = subprocess.run(
        [JUDGES, str(ROOT / "Tests/Judges/brian_judge.py"), "coba-standalone", str(duration * 10),
         f"{folder}/vogels_abbott_double.data", "3200", "800"],
        capture_output=True, text=True, cwd=folder)
    seconds = [float(line.split()[1]) for line in judge.stdout.splitlines() if line.startswith("seconds ")]
    if not seconds:
        print("Brian2 failed: " + (judge.stderr.strip().splitlines() or ["no message"])[-1])
        return
    print(f"{'vogels_abbott × 1, double':32} cxx {ours:.4f} s  Brian2 {seconds[0]:.4f} s"
          f" | {verdict(seconds[0] / ours, 3)}")


def cuda(quick):
    print("# Generating and compiling for a GPU (sm_90); $CUDA_PATH/bin/nvcc or nvcc")
    networks = ["vogels_abbott", "microcircuit"] if quick else sorted({row[0] for row in GALLERY})
    for network in networks:
        done = subprocess.run([BINARY, "kernels", "compile", network, "--arch", "sm_90", "--json"],
                              capture_output=True, text=True)
        if done.returncode != 0:
            print("not measured: " + (done.stderr.strip().splitlines() or ["no message"])[0])
            return
        row = json.loads(done.stdout)[0]
        print(f"{network:32} {row['seconds']:.2f} s, {len(row['kernels'])} kernels, at most"
              f" {max(kernel['registers'] for kernel in row['kernels'])} registers", flush=True)


def microcircuit(quick):
    print("# The microcircuit at 100 %" if not quick else "# The microcircuit at 5 %")
    scale, duration = (0.05, 10) if quick else (1, 100)
    answer = run("microcircuit", scale, duration)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    memory *= 1 if sys.platform == "darwin" else 1024
    neurons = sum(population["neurons"] for population in answer["populations"])
    print(f"{neurons} neurons, {answer['synapses']} synapses, {duration} ms: run"
          f" {answer['seconds']['run']:.2f} s ({answer['seconds']['run'] / duration * 1000:.2f} times real time),"
          f" largest process of this bench {memory / 2**30:.2f} GiB", flush=True)


PARTS = [gallery, threads, scaling, share, brian, cuda, microcircuit]


def main():
    parser = argparse.ArgumentParser(description="Times kernels.")
    parser.add_argument("--quick", action="store_true", help="short runs, to see that everything works")
    parser.add_argument("--only", nargs="+", choices=[part.__name__ for part in PARTS])
    options = parser.parse_args()
    for part in PARTS:
        if not options.only or part.__name__ in options.only:
            try:
                part(options.quick)
            except (Failed, subprocess.CalledProcessError) as problem:
                print(f"not measured: {problem}")
            print(flush=True)


if __name__ == "__main__":
    main()
