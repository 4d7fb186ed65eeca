"""Answers questions about versions and specs with the real tools.

Reads one JSON object a line from standard input and writes one JSON string a line: the answer, or
"error: ..." where the tool refuses. The first line of the output names the tools and their versions
as a JSON object; a tool that cannot be imported is missing there, and must not be asked.

    {"dialect": "rattler", "kind": "order", "texts": ["1.0", "1.0rc1"]}       -> "1"
    {"dialect": "rattlerStrict", "kind": "version", "texts": ["1.2*", "1.3"]} -> "false"
    {"dialect": "conda", "kind": "match", "texts": ["box >=1", "box", "1.2", "h0_0", "0"]} -> "true"
    {"dialect": "rattler", "kind": "canonical", "texts": ["box >=1.20"]}      -> "box >=1.20"
    {"dialect": "rattler", "kind": "pin", "texts": ["1.2.3", "2", "1"]}       -> ">=1.2,<2.0a0"
    {"dialect": "rattlerStrict", "kind": "license", "texts": ["MIT"]}         -> "true"
"""

import json
import logging
import sys
from importlib.metadata import PackageNotFoundError, version

logging.disable(logging.CRITICAL)


class Rattler:
    def __init__(self):
        import rattler

        self.rattler = rattler
        self.release = version("py-rattler")

    def order(self, dialect, a, b):
        a, b = self.rattler.Version(a), self.rattler.Version(b)
        return str((a > b) - (a < b))

    def version(self, dialect, spec, text):
        spec = self.rattler.VersionSpec(spec, dialect == "rattlerStrict")
        return spec.matches(self.rattler.Version(text))

    def spec(self, dialect, text):
        return self.rattler.MatchSpec(text, strict=dialect == "rattlerStrict")

    def match(self, dialect, spec, name, text, build, number):
        wrap = getattr(self.rattler, "BuildString", str)  # newer ones want the type
        record = self.rattler.PackageRecord(
            name=name, version=text, build=wrap(build), build_number=int(number), subdir="linux-64"
        )
        return self.spec(dialect, spec).matches(record)

    def canonical(self, dialect, text):
        return str(self.spec(dialect, text))


    def pin(self, dialect, text, lower, upper):
        version, upper = self.rattler.Version(text), int(upper)
        count = version.segment_count
        least = version.with_segments(0, min(int(lower), count))
        most = version.with_segments(0, min(upper, count))
        most = most.bump_segment(upper - 1).with_alpha().remove_local()
        return f">={least},<{most}"


class RattlerBuild:
    def __init__(self):
        import rattler_build

        self.rattler_build = rattler_build
        self.release = version("py-rattler-build")

    def license(self, dialect, text):
        recipe = {"package": {"name": "a", "version": "1"}, "about": {"license": text}}
        self.rattler_build.Stage0Recipe.from_yaml(json.dumps(recipe)).render()
        return "true"


class CondaBuild:
    def __init__(self):
        from conda_build import __version__
        from conda_build.utils import apply_pin_expressions

        self.apply, self.release = apply_pin_expressions, __version__

    def pin(self, dialect, text, lower, upper):
        return self.apply(text, ".".join("x" * int(lower)), ".".join("x" * int(upper)))


class Conda:
    def __init__(self):
        import conda
        from conda.models.match_spec import MatchSpec
        from conda.models.version import VersionOrder, VersionSpec

        self.match_spec, self.version_order = MatchSpec, VersionOrder
        self.version_spec = VersionSpec
        self.release = getattr(conda, "__version__", "unknown")

    def order(self, dialect, a, b):
        a, b = self.version_order(a), self.version_order(b)
        return str((b < a) - (a < b))

    def version(self, dialect, spec, text):
        return self.version_spec(spec).match(text)

    def match(self, dialect, spec, name, text, build, number):
        record = {
            "name": name,
            "version": text,
            "build": build,
            "build_number": int(number),
            "channel": "conda-forge",
            "subdir": "linux-64",
            "fn": f"{name}-{text}-{build}.conda",
        }
        return bool(self.match_spec(spec).match(record))

    def canonical(self, dialect, text):
        return str(self.match_spec(text))


ENGINES = {
    "rattler": Rattler,
    "rattler-build": RattlerBuild,
    "conda": Conda,
    "conda-build": CondaBuild,
}


def engines():
    found = {}
    for name, make in ENGINES.items():
        try:
            found[name] = make()
        except (ImportError, PackageNotFoundError):
            pass
    return found


def asked(question):
    """Builders know what is their own; the libraries below them the rest."""
    tool = "conda" if question["dialect"] == "conda" else "rattler"
    builds = question["kind"] == "license" or (tool, question["kind"]) == ("conda", "pin")
    return f"{tool}-build" if builds else tool


def answer(tools, question):
    try:
        tool = tools[asked(question)]
        found = getattr(tool, question["kind"])(question["dialect"], *question["texts"])
    except Exception as error:  # whatever a tool throws is its answer
        return f"error: {type(error).__name__}: {error}"
    return found if isinstance(found, str) else str(found).lower()


def main():
    tools = engines()
    print(json.dumps({name: tool.release for name, tool in tools.items()}))
    for line in sys.stdin:
        print(json.dumps(answer(tools, json.loads(line))))


if __name__ == "__main__":
    main()
