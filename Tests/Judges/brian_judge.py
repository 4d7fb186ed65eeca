"""Networks of the gallery in Brian2's words.

    python brian_judge.py izhikevich STEPS C,D...
    python brian_judge.py lif STEPS
    python brian_judge.py coba|coba-standalone STEPS DATA E-NEURONS I-NEURONS

`coba-standalone` is for benchmarks: Brian's C++ program is built in the current folder, and its seconds printed.
"""
import sys

import brian2 as brian
import numpy as np

brian.prefs.codegen.target = "numpy"
# Moving parts of expressions out of loops would change the order of operations.
brian.prefs.codegen.loop_invariant_optimisations = False


def report(monitors, dt):
    for number, monitor in enumerate(monitors):
        for neuron, time in zip(monitor.i, monitor.t / brian.ms):
            print(f"spike {round(time / dt)} {number} {neuron}")


def izhikevich(steps, *cells):
    brian.defaultclock.dt = 1 * brian.ms
    half = "V += 0.5 * (0.04 * V * V + 5.0 * V + 140.0 - U + current) * h\n"
    groups = []
    for cell in cells:
        c, d = map(float, cell.split(","))
        group = brian.NeuronGroup(
            4, "V : 1\nU : 1", threshold="V >= 29.99",
            namespace={"a": 0.02, "b": 0.2, "c": c, "d": d, "current": 10.0, "h": 1.0})
        group.V, group.U = -65, -20
        group.run_regularly(
            "U = U + d * int(V >= 30.0)\n"
            "V = c * int(V >= 30.0) + V * int(V < 30.0)\n"
            + half + half +
            "U += a * (b * V - U) * h\n"
            "V = 30.0 * int(V > 30.0) + V * int(V <= 30.0)\n", when="groups")
        groups.append(group)
    monitors = [brian.SpikeMonitor(group) for group in groups]
    brian.Network(*groups, *monitors).run(int(steps) * brian.ms)
    report(monitors, 1.0)
    for number, group in enumerate(groups):
        for name in "V", "U":
            for neuron, value in enumerate(getattr(group, name)[:]):
                print(f"state {number} {name} {neuron} {float(value).hex()}")


def lif(steps):
    dt = 0.25
    brian.defaultclock.dt = dt * brian.ms
    group = brian.NeuronGroup(
        11, "dv/dt = (20.0 * current - 65.0 - v) / (20 * ms) : 1 (unless refractory)\ncurrent : 1 (constant)",
        threshold="v >= -50.0", reset="v = -65.0", refractory=(2 + dt) * brian.ms, method="exact")
    group.v = -65
    group.current = [0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.3, 2.5]
    monitor = brian.SpikeMonitor(group)
    brian.run(int(steps) * dt * brian.ms)
    report([monitor], dt)


def coba(steps, path, *counts):
    dt = 0.1
    brian.defaultclock.dt = dt * brian.ms
    counts = [int(count) for count in counts]
    arrays = []
    with open(path, "rb") as file:
        while size := file.read(8):
            arrays.append(file.read(int.from_bytes(size, sys.byteorder)))
    # Four projections of two arrays each, E to E, I to E, E to I, I to I; then V of E and I.
    groups = []
    for count, start in zip(counts, arrays[8:]):
        group = brian.NeuronGroup(
            count, """
            dv/dt = (ge * (0.0 - v) + gi * (-80.0 - v) + 0.01 * (-60.0 - v) + 0.2) / (0.2 * ms)
                : 1 (unless refractory)
            dge/dt = -ge / (5 * ms) : 1
            dgi/dt = -gi / (10 * ms) : 1
            """, threshold="v >= -50.0", reset="v = -60.0", refractory=(5 + dt) * brian.ms,
            method="exponential_euler")
        group.v = np.frombuffer(start, dtype="float64")
        groups.append(group)
    parts = list(groups)
    ends = [(0, 0), (1, 0), (0, 1), (1, 1)]
    for number, (source, target) in enumerate(ends):
        lengths = np.frombuffer(arrays[2 * number], dtype="uint32")
        targets = np.frombuffer(arrays[2 * number + 1], dtype="uint16")
        synapses = brian.Synapses(
            groups[source], groups[target], on_pre=["ge_post += 0.004", "gi_post += 0.051"][source])
        synapses.connect(i=np.repeat(np.arange(len(lengths)), lengths), j=targets.astype(int))
        parts.append(synapses)
    monitors = [brian.SpikeMonitor(group) for group in groups]
    brian.Network(*parts, *monitors).run(int(steps) * dt * brian.ms)
    report(monitors, dt)


def coba_standalone(*arguments):
    brian.set_device("cpp_standalone", directory="brian_standalone")
    brian.prefs.codegen.loop_invariant_optimisations = True
    coba(*arguments)
    print(f"seconds {brian.device._last_run_time}")


if __name__ == "__main__":
    model, *arguments = sys.argv[1:]
    {"izhikevich": izhikevich, "lif": lif, "coba": coba, "coba-standalone": coba_standalone}[model](*arguments)
