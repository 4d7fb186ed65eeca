"""Times gennforge against the rattler-build engine, side by side in one run; prints medians and ratios.

Re-rendering is timed as whole processes, beside conda-smithy where Python has it.

    python Benchmarks/run.py        (`make bench` builds what is timed; needs requirements-test.txt)

Rendering is timed inside each tool's own process, in processor time, after both gave the same answers.
With GENNFORGE_CORPUS naming a folder with v1/, conda_build_config.yaml and feedstocks/, these are timed too.
Timings decide nothing: they are printed for people.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import rattler_build

from rerendering import compare_rerendering

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/gennforge"
READER = ROOT / ".build/release/RenderBenchmark"
sys.path.insert(0, str(ROOT / "Tests/Engines"))
PLATFORMS = ["linux-64", "linux-aarch64", "osx-64", "osx-arm64", "win-64"]
RUNS = 15


def timed(action):
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def compile_recipe(folder):
    subprocess.run([BINARY, "compile", "pygenn", "--format", "both", "-o", folder, "--force"],
                   check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


def render(folder):
    """What the engine needs only to read and render the v1 recipe that gennforge wrote."""
    for subdir in PLATFORMS:
        platform = rattler_build.PlatformConfig(target_platform=subdir, build_platform=subdir)
        recipe = rattler_build.Stage0Recipe.from_file(folder / "v1/pygenn/recipe/recipe.yaml")
        variants = rattler_build.VariantConfig.from_file_with_context(
            folder / "v1/pygenn/variants.yaml", rattler_build.JinjaConfig(platform=platform))
        recipe.render(variants, rattler_build.RenderConfig(platform=platform))


def reader(runs, variants, paths):
    """The lines that our reader prints for these recipes."""
    result = subprocess.run(
        [READER, str(runs), "linux-64", variants], input="".join(f"{path}\n" for path in paths),
        capture_output=True, text=True, check=True)
    return result.stdout.splitlines()


def engine(variants, paths):
    """Seconds, and the outputs of each recipe; None for a recipe that is refused."""
    import render_v1_oracle
    values, config = render_v1_oracle.settings([variants], "linux-64")
    answers, start = [], time.process_time()
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
            answers.append(rattler_build.Stage0Recipe.from_yaml(text).render(values, config))
        except Exception:  # Whatever it throws, it refuses.
            answers.append(None)
    return time.process_time() - start, answers


def build_strings(answers):
    return [one and [output.recipe.to_dict()["build"]["string"] for output in one] for one in answers]


def compare_rendering(name, variants, paths, runs):
    ours = [json.loads(line) for line in reader(0, variants, paths)]
    ours = [one and [output["build_string"] for output in one] for one in ours]
    theirs = build_strings(engine(variants, paths)[1])
    different = [str(path) for path, a, b in zip(paths, ours, theirs) if a != b]
    if different:
        print(f"  {name}: {len(different)} recipes come out differently, as {different[0]}")
    count = sum(len(one) for one in ours if one)
    lines = reader(runs, variants, paths)
    ours = [float(line.split()[0]) for line in lines[:runs]]
    theirs = [engine(variants, paths)[0] for _ in range(runs)]
    mine, other = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    print(f"  {name:<30}{count:6} outputs {mine:9.2f} ms {other:9.2f} ms   {other / mine:6.1f}  "
          + " ".join(" ".join(lines[runs:]).split()))


def compare_reading():
    print("v1 recipes for linux-64, read and rendered; processor time, medians in turn")
    print(f"  {'':<30}{'':14} gennforge       engine    ratio")
    for name in ["arrays", "neurons"]:
        folder = ROOT / "Benchmarks/Recipes" / name
        compare_rendering(name, folder / "variants.yaml", [folder / "recipe.yaml"], 101)
    if "GENNFORGE_CORPUS" not in os.environ:
        return
    corpus = pathlib.Path(os.environ["GENNFORGE_CORPUS"])
    paths = sorted((corpus / "v1").resolve().rglob("recipe.yaml"))
    variants = corpus / "conda_build_config.yaml"
    for part in [len(paths) // 4, len(paths) // 2, len(paths)]:
        compare_rendering(f"corpus, {part} recipes", variants, paths[:part], 3)


def main():
    for binary in [BINARY, READER]:
        if not binary.exists():
            sys.exit(f"{binary} is missing: `make bench` builds it")
    compare_reading()
    compare_rerendering(BINARY)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        compile_recipe(folder)
        render(folder)
        ours, theirs, start = [], [], []
        for run in range(RUNS):
            ours.append(timed(lambda: compile_recipe(folder / str(run))))
            theirs.append(timed(lambda: render(folder)))
            start.append(timed(lambda: subprocess.run([BINARY, "--version"], check=True,
                                                      stdout=subprocess.DEVNULL)))
    median = statistics.median
    print("pygenn, five platforms, all variants; medians of", RUNS, "runs in turn")
    print(f"  gennforge compile, both formats, whole process  {median(ours):7.1f} ms")
    print(f"  of which start-up (gennforge --version)         {median(start):7.1f} ms")
    print(f"  rattler-build engine, only rendering v1         {median(theirs):7.1f} ms, in process")
    print(f"  engine / gennforge                              {median(theirs) / median(ours):7.2f}")


main()
