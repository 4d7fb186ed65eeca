"""Renders a meta.yaml the way conda-build does, in small, and prints JSON as render_v1.py does.

    render_v0.py meta.yaml --config conda_build_config.yaml --platform linux-64

Selectors, then Jinja2, then YAML, for each variant. Not computed: hashes, exact used variables.
"""

import json
from importlib.metadata import version
from pathlib import Path

import shape
from v0 import variants
from v0.documents import Document
from v0.outputs import outputs

ENGINE = f"Jinja2 {version('Jinja2')}, PyYAML {version('PyYAML')}"


def render(recipe_file, config_files, subdir, environment=None):
    text = Path(recipe_file).read_text(encoding="utf-8")
    configs = [Path(file).read_text(encoding="utf-8") for file in config_files]
    axes, groups = variants.load(configs, subdir, environment)
    used = variants.mentioned(axes, text)
    entries = {}
    for variant in variants.expand(axes, groups, used):
        document = Document(text, subdir, variant, environment)
        for one in outputs(document):
            own = bare_names(one, variant)
            known = json.dumps([one, own], sort_keys=True)
            entries.setdefault(known, (one, []))[1].append({key: variant[key] for key in used})
    return [{**one, "used_variant": agreed(many)} for one, many in entries.values()]


def bare_names(package, variant):
    """A requirement without a version gets it from the variant when the package is built.

    Not python's and numpy's in `build` alone, nor python's where the package is for all of them.
    """
    needs = package["requirements"]
    keys = {key for kind in ["build", "host"] for key in plain_names(needs[kind])}
    keys -= {"python", "numpy"} - plain_names(needs["host"])
    if package["noarch"]:
        keys.discard("python")
    return {key: variant[key] for key in sorted(keys & set(variant))}


def plain_names(specs):
    return {one.replace("-", "_") for one in specs if isinstance(one, str)}


def agreed(variants_of_one_render):
    """A key that takes several values in equal renders isn't used."""
    first = variants_of_one_render[0]
    return {
        key: value for key, value in sorted(first.items())
        if all(one[key] == value for one in variants_of_one_render)
    }


def main():
    parser = shape.arguments(__doc__, "--config", "conda_build_config.yaml; later files win")
    parser.add_argument(
        "--env", action="append", default=[], metavar="NAME=VALUE",
        help="environment that selectors see (default: none, for equal results everywhere)")
    options = parser.parse_args()
    environment = dict(one.split("=", 1) for one in options.env)
    shape.answer(
        ENGINE, lambda platform: render(options.recipe, options.configs, platform, environment),
        options)


if __name__ == "__main__":
    main()
