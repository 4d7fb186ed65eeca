"""Renders every recipe.yaml below a folder with rattler-build's own engine and prints JSON lines.

    render_v1_oracle.py corpus/v1 --variants conda_build_config.yaml --platform linux-64 > lines
    render_v1_oracle.py corpus --feedstocks > lines

One line a recipe, in the order of paths: its path, then either `outputs` (all that the engine says about
each, in its own order) or `error`. `seconds` is what reading and rendering took within this process.
With --feedstocks there is a line for each recipe and each file in its .ci_support, which `variants` names.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from rattler_build import PlatformConfig, RenderConfig, Stage0Recipe

from render_v1 import variant_config


def output(rendered):
    recipe = rendered.recipe.to_dict()
    hashed = rendered.hash_info
    return {
        "name": rendered.recipe.package.name,
        "version": recipe["package"]["version"],
        "noarch": recipe["build"].get("noarch"),
        "used_variant": dict(rendered.variant),
        "hash": hashed.hash if hashed else None,
        "prefix": hashed.prefix if hashed else None,
        "build_string": recipe["build"]["string"],
        "rendered": recipe,
    }


def line(path, folder, variants, config):
    answer = {"recipe": path.relative_to(folder).as_posix()}
    start = time.perf_counter()
    try:
        rendered = Stage0Recipe.from_yaml(path.read_text(encoding="utf-8")).render(variants, config)
        answer["seconds"] = time.perf_counter() - start
        answer["outputs"] = [output(one) for one in rendered]
    except Exception as error:  # Whatever the engine throws is its answer.
        answer["seconds"] = time.perf_counter() - start
        answer["error"] = f"{type(error).__name__}: {error}"
    return answer


def settings(files, subdir):
    platform = PlatformConfig(target_platform=subdir, build_platform=subdir, host_platform=subdir)
    return variant_config(files, platform), RenderConfig(platform=platform)


def corpus_lines(folder, files, subdir):
    variants, config = settings(files, subdir)
    for path in sorted(folder.rglob("recipe.yaml")):
        yield line(path, folder, variants, config)


def feedstock_lines(folder):
    for path in sorted(folder.glob("*/recipe/recipe.yaml")):
        for file in sorted(path.parent.parent.glob(".ci_support/*.yaml")):
            # linux_64_python3.12.____cpython.yaml
            subdir = "-".join(file.stem.split("_")[:2])
            answer = line(path, folder, *settings([file], subdir))
            yield {**answer, "variants": file.relative_to(folder).as_posix(), "platform": subdir}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--variants", action="append", default=[])
    parser.add_argument("--platform", default="linux-64")
    parser.add_argument("--feedstocks", action="store_true")
    options = parser.parse_args()
    lines = (
        feedstock_lines(options.folder) if options.feedstocks
        else corpus_lines(options.folder, options.variants, options.platform))
    for each in lines:
        print(json.dumps(each, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
