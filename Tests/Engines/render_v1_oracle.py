"""Renders every recipe.yaml below a folder with rattler-build's own engine and prints JSON lines.

    render_v1_oracle.py corpus/v1 --variants conda_build_config.yaml --platform linux-64 > lines

One line a recipe, in the order of paths: its path, then either `outputs` (all that the engine says about
each, in its own order) or `error`. `seconds` is what reading and rendering took within this process.
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--variants", action="append", default=[])
    parser.add_argument("--platform", default="linux-64")
    options = parser.parse_args()
    subdir = options.platform
    platform = PlatformConfig(target_platform=subdir, build_platform=subdir, host_platform=subdir)
    variants = variant_config(options.variants, platform)
    config = RenderConfig(platform=platform)
    for path in sorted(options.folder.rglob("recipe.yaml")):
        print(json.dumps(line(path, options.folder, variants, config), ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
