"""Builds a recipe.yaml offline with rattler-build's own engine and prints what is in the packages.

    build_v1.py recipe.yaml --variants variants.yaml --output-dir out --test

No channels: the recipe can't have dependencies other than its own outputs.
"""

import hashlib
import json
import os
import stat
import sys
import tempfile
from pathlib import Path

from rattler.package_streaming import extract
from rattler_build import Package, PlatformConfig, RenderConfig, Stage0Recipe, ToolConfiguration

import render_v1
import shape

TEXT_LIMIT = 16 * 1024
ACTIONS = ["pre-link", "post-link", "pre-unlink"]


def build(options):
    platform = PlatformConfig()
    recipe = Stage0Recipe.from_file(options.recipe)
    results = recipe.run_build(
        variant_config=render_v1.variant_config(options.configs, platform),
        render_config=RenderConfig(platform=platform),
        tool_config=ToolConfiguration(test_strategy="skip"),
        output_dir=options.output_dir,
        channels=[],
    )
    artifacts = [Path(path) for result in results for path in result.packages]
    return [contents(path, options) for path in artifacts]


def contents(artifact, options):
    with tempfile.TemporaryDirectory() as folder:
        extract(artifact, Path(folder))
        files = [described(Path(folder), path) for path in sorted(Path(folder).rglob("*"))]
        files = {one.pop("path"): one for one in files if one}
        index = read_json(folder, "info/index.json")
        return {
            "file": artifact.name,
            "index": index,
            "about": read_json(folder, "info/about.json"),
            "paths": read_json(folder, "info/paths.json"),
            "hash_input": read_json(folder, "info/hash_input.json"),
            "link_scripts": link_scripts(index["name"], files),
            "files": files,
            "tests": run_tests(artifact, options.output_dir) if options.test else None,
        }


def read_json(folder, name):
    path = Path(folder) / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def described(folder, path):
    if path.is_dir() and not path.is_symlink():
        return None
    name = path.relative_to(folder).as_posix()
    if path.is_symlink():
        return {"path": name, "target": os.readlink(path)}
    content = path.read_bytes()
    result = {
        "path": name,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "executable": bool(path.stat().st_mode & stat.S_IXUSR),
    }
    if len(content) <= TEXT_LIMIT and b"\0" not in content:
        try:
            result["text"] = content.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return result


def link_scripts(name, files):
    """By action; conda finds them by their path alone."""
    places = {action: [f"bin/.{name}-{action}.sh", f"Scripts/.{name}-{action}.bat"]
              for action in ACTIONS}
    return {
        action: [path for path in paths if path in files]
        for action, paths in places.items() if any(path in files for path in paths)
    }


def run_tests(artifact, output_dir):
    """The package's own tests, in an environment solved from the build's output folder alone."""
    results = Package.from_file(artifact).run_tests(channel=[Path(output_dir).resolve().as_uri()])
    return [
        {"index": one.test_index, "success": one.success, "output": list(one.output)}
        for one in results
    ]


def main():
    parser = shape.arguments(__doc__, "--variants", "variants.yaml or conda_build_config.yaml")
    parser.add_argument("--output-dir", required=True, help="folder for the packages")
    parser.add_argument("--test", action="store_true", help="run the packages' tests, too")
    options = parser.parse_args()
    if options.platforms:
        parser.error("packages are built for this machine only")
    with tempfile.TemporaryDirectory() as cache:
        # Not the user's cache, which may hold another build of the same name.
        os.environ["RATTLER_CACHE_DIR"] = cache
        try:
            packages = build(options)
        except Exception as error:  # pylint: disable=broad-except
            shape.fail(render_v1.ENGINE, error)
    shape.print_document({"engine": render_v1.ENGINE, "packages": packages})
    tests = [test for package in packages for test in package["tests"] or []]
    sys.exit(0 if all(test["success"] for test in tests) else 1)


if __name__ == "__main__":
    main()
