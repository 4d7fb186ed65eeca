"""A simulator that compiles its models where it runs, as GeNN does, in a hundred lines."""
import pathlib
import subprocess

import psutil

from . import _tinysim


def simulate(folder, tau=20.0, steps=1000, current=1.5):
    """Generates, builds and runs a leaky integrator; gives the number of its spikes."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _tinysim.generate(str(folder), tau)
    jobs = psutil.cpu_count(logical=False) or 1
    subprocess.check_call(["make", "-j", str(jobs), "-C", str(folder)])
    return _tinysim.run(str(folder / "runner.so"), steps, current)
