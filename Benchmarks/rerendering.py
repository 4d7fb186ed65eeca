"""Times `gennforge rerender` as whole processes, beside conda-smithy where that is installed."""
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import feedstocks

RUNS = 15


def measured(command):
    """Milliseconds of the clock and of the processor, and MB at most in memory."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = (time.perf_counter() - start) * 1000
    if os.waitstatus_to_exitcode(status):
        sys.exit(errors.decode())
    largest = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return wall, (usage.ru_utime + usage.ru_stime) * 1000, largest


def medians(command, runs):
    return [statistics.median(column) for column in zip(*(measured(command) for _ in range(runs)))]


def has_peer():
    try:
        return importlib.util.find_spec("conda_smithy.configure_feedstock") is not None
    except ModuleNotFoundError:
        return False


def peer(folder, pinning):
    """conda-smithy's time for the same, in a repository of its own."""
    with tempfile.TemporaryDirectory() as name:
        copy = pathlib.Path(name) / folder.name
        shutil.copytree(folder, copy)
        subprocess.run(["git", "init", "--quiet", copy], check=True)
        return measured(
            [sys.executable, "-c", "from conda_smithy.cli import main; main()", "regenerate",
             "--no-check-uptodate", "--feedstock_directory", copy,
             "--exclusive-config-file", pinning / "conda_build_config.yaml"])


def compare(binary, folder, pinning):
    command = [binary, "rerender", folder, "--pinning", pinning]
    measured(command)
    count = len(list((folder / ".ci_support").glob("*.yaml")))
    wall, cpu, largest = medians(command, RUNS)
    line = f"  {folder.name:<22}{count:5} jobs {wall:8.1f} ms, {cpu:8.1f} ms of processors, {largest:4.0f} MB"
    if has_peer():
        other = peer(folder, pinning)[0]
        line += f"   conda-smithy {other:8.0f} ms, ratio {other / wall:6.0f}"
    print(line)


def corpus(binary, folder):
    rows = []
    with tempfile.TemporaryDirectory() as name:
        for feedstock in sorted(path.parent for path in folder.glob("*/conda-forge.yml")):
            copy = pathlib.Path(name) / feedstock.name
            shutil.copytree(feedstock, copy, symlinks=True)
            command = [binary, "rerender", copy, "--pinning", feedstock / "pinning"]
            try:
                rows.append((*medians(command, 3), feedstock.name))
            except SystemExit:
                print(f"  {feedstock.name} can't be rendered")
    slowest = max(rows)
    print(f"  {len(rows)} real feedstocks: median {statistics.median(row[0] for row in rows):.1f} ms, "
          f"at most {slowest[0]:.1f} ms ({slowest[3]}), {max(row[2] for row in rows):.0f} MB")


def compare_rerendering(binary):
    print("re-rendering feedstocks, whole processes; medians")
    if not has_peer():
        print("  conda-smithy: not measured; install it from conda-forge (PyPI has only its name) and\n"
              "  name that Python with GENNFORGE_PYTHON")
    with tempfile.TemporaryDirectory() as name:
        folders, pinning = feedstocks.write(name)
        for folder in folders.values():
            compare(binary, folder, pinning)
    if "GENNFORGE_CORPUS" in os.environ:
        folder = pathlib.Path(os.environ["GENNFORGE_CORPUS"]) / "feedstocks"
        if folder.is_dir():
            corpus(binary, folder)
