"""Proves compiled feedstocks: rendered by the engines for every platform, their scripts executed.

    demo.py FOLDER --gennforge PROGRAM

FOLDER holds what `gennforge compile --format both -o FOLDER` wrote. Exits with 1 if anything differs.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
WINE = shutil.which("wine64") or shutil.which("wine64", path="/usr/lib/wine")


class Proof:
    """Lines of what was shown, and whether all of it held."""

    def __init__(self):
        self.holds = True

    def line(self, holds, what, detail=""):
        self.holds = self.holds and holds
        print(f"  {'ok ' if holds else 'NOT'}  {what}" + (f": {detail}" if detail else ""))

    def left(self, what):
        print(f"  --   {what}")


def engine(script, recipe, *configs):
    """What an engine makes of a recipe, by platform."""
    flag = "--variants" if script == "render_v1.py" else "--config"
    command = [sys.executable, HERE / script, recipe]
    for config in configs:
        command += [flag, config]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    document = json.loads(run.stdout or json.dumps({"error": {"message": run.stderr}}))
    if "error" in document:
        raise SystemExit(f"{recipe}: {document['error']['message']}")
    return {
        one["platform"]: [build for build in one["variants"] if not build["skip"]]
        for one in document["platforms"]
    }


def identity(build):
    return build["name"], build["version"], build["build_number"], build["build_string_form"]


def requirements(builds):
    return sorted(json.dumps([identity(build), build["requirements"]]) for build in builds)


def rendered(proof, folder, name, model):
    """Both formats by their engines, against each other and against the model."""
    v1 = engine("render_v1.py", folder / "v1" / name / "recipe" / "recipe.yaml",
                folder / "v1" / name / "variants.yaml")
    v0 = engine("render_v0.py", folder / "v0" / name / "recipe" / "meta.yaml",
                folder / "v0" / name / "conda_build_config.yaml")
    for platform, builds in v1.items():
        expected = sorted(
            {(one["package"], one["version"], one["number"],
              one["string"].replace("{hash}", "<hash>"))
             for one in model["builds"] if one["platform"] == platform})
        found = sorted({identity(build) for build in builds})
        proof.line(found == expected, f"{name} on {platform}",
                   f"{len(builds)} builds by rattler-build's engine, {len(expected)} by the model")
        proof.line(requirements(builds) == requirements(v0[platform]), f"{name} on {platform}",
                   "meta.yaml and recipe.yaml have the same requirements")


def bash(script, *words, **environment):
    return subprocess.run(
        ["bash", "-c", script, "bash", *map(str, words)], capture_output=True, text=True,
        env={"PATH": os.environ["PATH"], **environment}, check=False, timeout=60)


def run_link_script(proof, script, run):
    """Twice, as an update does: one message, nothing printed."""
    with tempfile.TemporaryDirectory(prefix="a prefix ") as prefix:
        runs = [run(script, prefix) for _ in range(2)]
        messages = Path(prefix, ".messages.txt")
        text = messages.read_text(encoding="utf-8") if messages.exists() else ""
        lines = [line for line in text.splitlines() if line.strip()]
        silent = all(one.returncode == 0 and not one.stdout for one in runs)
        proof.line(silent and lines and len(lines) == len(set(lines)), script.name,
                   f"executed twice, {len(lines)} lines for the user, said once")


def unix_link(script, prefix):
    return bash('. "$1"', script, PREFIX=prefix)


def windows_link(script, prefix):
    windows = "Z:" + prefix.replace("/", "\\")
    path = "Z:" + str(script.resolve()).replace("/", "\\")
    return subprocess.run(
        [WINE, "cmd", "/d", "/c", path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, check=False, timeout=240,
        env={**os.environ, "PREFIX": windows, "WINEDEBUG": "-all",
             "WINEDLLOVERRIDES": "mscoree,mshtml="})


def run_activation(proof, activate):
    """Activated and deactivated, the environment is as it was; while active, something is set."""
    deactivate = activate.with_name(activate.name.replace("_activate", "_deactivate"))
    run = bash('env | sort; echo ==; . "$1"; env | sort; echo ==; . "$2"; env | sort',
               activate, deactivate, CONDA_PREFIX="/a prefix", CUDA_PATH="/mine")
    parts = [re.sub(r"^_=.*\n", "", part.lstrip(), flags=re.M)
             for part in run.stdout.split("==\n")]
    proof.line(run.returncode == 0 and len(parts) == 3 and parts[0] == parts[2] != parts[1],
               activate.name, "sourced; deactivation gives the environment back")


def executed(proof, recipe):
    for script in sorted(recipe.rglob("*.sh")):
        proof.line(bash('bash -n "$1"', script).returncode == 0, str(script.relative_to(recipe)),
                   "bash reads it")
    for script in sorted(recipe.rglob("post-link.sh")):
        run_link_script(proof, script, unix_link)
    for script in sorted(recipe.rglob("*_activate.sh")):
        run_activation(proof, script)
    for script in sorted(recipe.rglob("post-link.bat")):
        if WINE:
            run_link_script(proof, script, windows_link)
        else:
            proof.left(f"{script.name}: not executed, there is no Wine")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gennforge", required=True)
    options = parser.parse_args()
    # Kept for the next time: making it takes longer than running the scripts.
    os.environ.setdefault("WINEPREFIX", str(options.folder.resolve() / ".wine"))
    proof = Proof()
    models = json.loads(subprocess.run(
        [options.gennforge, "show", "--json"], capture_output=True, text=True, check=True).stdout)
    for model in models:
        print(f"{model['recipe']} {model['version']}, rendered by the engines")
        rendered(proof, options.folder, model["recipe"], model)
        print(f"{model['recipe']} {model['version']}, its scripts")
        executed(proof, options.folder / "v1" / model["recipe"] / "recipe")
    print("all of this holds" if proof.holds else "not all of this holds")
    sys.exit(0 if proof.holds else 1)


if __name__ == "__main__":
    main()
