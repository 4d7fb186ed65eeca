"""The one JSON shape in which all engines here answer; see README.md in this folder."""

import argparse
import json
import sys

PLATFORMS = ["linux-64", "linux-aarch64", "osx-64", "osx-arm64", "win-64"]
REQUIREMENTS = ["build", "host", "run", "run_constraints"]
RUN_EXPORTS = ["noarch", "strong", "strong_constraints", "weak", "weak_constraints"]
IGNORED = ["by_name", "from_package"]


def entry(name, version, number, string, string_form, **others):
    """One package that one variant gives, with every key in place."""
    result = {
        "name": name,
        "version": version,
        "build_number": number,
        "build_string": string,
        "build_string_form": string_form,
        "hash": None,
        "noarch": None,
        "skip": False,
        "used_variant": {},
        "requirements": requirements({}),
        "tests": [],
        "about": {},
        "source": [],
        "build": {},
        "extra": {},
    }
    unknown = set(others) - set(result)
    if unknown:
        raise KeyError(f"not part of the shape: {sorted(unknown)}")
    result.update(others)
    return result


def requirements(rendered):
    """Requirement lists with the absent ones filled in."""
    exports = rendered.get("run_exports") or {}
    if isinstance(exports, list):
        exports = {"weak": exports}
    ignored = rendered.get("ignore_run_exports") or {}
    known = set(REQUIREMENTS) | {"run_exports", "ignore_run_exports"}
    if set(rendered) - known:
        raise KeyError(f"unknown requirements: {sorted(set(rendered) - known)}")
    return {
        **{kind: as_list(rendered.get(kind)) for kind in REQUIREMENTS},
        "run_exports": {kind: as_list(exports.get(kind)) for kind in RUN_EXPORTS},
        "ignore_run_exports": {kind: as_list(ignored.get(kind)) for kind in IGNORED},
    }


def as_list(value):
    """What formats let one write as a scalar or as a list, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def without_repeats(entries):
    """Variants differ in keys that an output doesn't use: the same package comes but once."""
    seen, kept = set(), []
    for one in entries:
        text = json.dumps(one, sort_keys=True)
        if text not in seen:
            seen.add(text)
            kept.append(one)
    return kept


def order(one):
    """The engines' own orders depend on the platform and say nothing."""
    return one["name"], json.dumps(one["used_variant"], sort_keys=True)


def arguments(description, config_flag, config_help):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("recipe", help="path of the recipe file")
    parser.add_argument(
        config_flag, dest="configs", action="append", default=[], metavar="FILE", help=config_help)
    parser.add_argument(
        "--platform", dest="platforms", action="append", metavar="SUBDIR",
        help=f"target platform; may be repeated (default: {' '.join(PLATFORMS)})")
    return parser


def answer(engine, render, options):
    """Prints the document, or {"error": …} with exit status 1 when the engine refuses the recipe."""
    document = {"engine": engine, "platforms": []}
    for platform in options.platforms or PLATFORMS:
        try:
            variants = sorted(render(platform), key=order)
            document["platforms"].append({"platform": platform, "variants": variants})
        except Exception as error:  # pylint: disable=broad-except
            fail(engine, error, platform)
    print_document(document)


def fail(engine, error, platform=None):
    print_document({
        "engine": engine,
        "error": {"type": type(error).__name__, "message": str(error), "platform": platform},
    })
    sys.exit(1)


def print_document(document):
    json.dump(document, sys.stdout, indent=1, sort_keys=True, ensure_ascii=False)
    print()
