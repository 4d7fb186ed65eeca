"""Times gennforge against the rattler-build engine, side by side in one run; prints medians and ratios.

    python Benchmarks/run.py        (after `make build`; needs requirements-test.txt)

Timings decide nothing: they are printed for people.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import rattler_build

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/gennforge"
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


def main():
    if not BINARY.exists():
        sys.exit(f"{BINARY} is missing: run `make build` first")
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
