"""Line selectors of meta.yaml and conda_build_config.yaml, as conda-build evaluates them."""

import ast
import os
import re

# The comment sign is optional: any line that ends in [...] is taken for a selector.
SELECTOR = re.compile(r"(.+?)\s*(#.*)?\[([^\[\]]+)\](?(2)[^\(\)]*)$")

SUBDIRS = [
    "emscripten-wasm32", "wasi-wasm32", "freebsd-64", "linux-32", "linux-64", "linux-aarch64",
    "linux-armv6l", "linux-armv7l", "linux-ppc64", "linux-ppc64le", "linux-riscv32",
    "linux-riscv64", "linux-s390x", "osx-64", "osx-arm64", "win-32", "win-64", "win-arm64", "zos-z",
]
ARCHITECTURES = {"32": "x86", "64": "x86_64"}

# What conda-build takes from the interpreter that runs it, fixed here.
DEFAULTS = {"python": "3.12", "numpy": "1.26", "perl": "5.26.2", "lua": "5"}


# The part of Python that conda-build lets selectors use.
ALLOWED = (
    ast.Expression, ast.BoolOp, ast.boolop, ast.UnaryOp, ast.Not, ast.USub, ast.UAdd, ast.BinOp,
    ast.Add, ast.Sub, ast.Mult, ast.Mod, ast.Compare, ast.cmpop, ast.Name, ast.Load, ast.Constant,
    ast.IfExp, ast.Attribute, ast.Subscript, ast.Slice, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.Call,
    ast.keyword,
)
FUNCTIONS = {"any", "bool", "dict", "float", "int", "len", "list", "str", "tuple"}


class SelectorError(Exception):
    """A selector that isn't an expression."""


def names(subdir, variant, environment=None):
    """Everything that a selector may mention."""
    environment = dict(environment or {})
    known = {
        "linux32": subdir == "linux-32",
        "linux64": subdir == "linux-64",
        "arm": subdir.startswith("linux-arm"),
        "unix": subdir.startswith(("linux-", "osx-", "emscripten-")),
        "win32": subdir == "win-32",
        "win64": subdir == "win-64",
        "os": _System(environment),
        "environ": environment,
        "nomkl": bool(int(environment.get("FEATURE_NOMKL", False))),
        "build_platform": subdir,
        "target_platform": subdir,
    }
    for system, machine in (one.split("-") for one in SUBDIRS):
        known[system] = subdir.startswith(f"{system}-")
        known[ARCHITECTURES.get(machine, machine)] = subdir.endswith(f"-{machine}")
    known["x86"] = subdir.endswith(("-32", "-64"))

    values = {**DEFAULTS, **variant}
    major, minor = values["python"].split(" ")[0].split(".")[:2]
    known["py"] = int(major + minor)
    known["py2k"], known["py3k"] = major == "2", major == "3"
    for short in ["26", "27", "33", "34", "35", "36"]:
        known[f"py{short}"] = major + minor == short
    known["np"] = int("".join(values["numpy"].split(" ")[0].split(".")[:2]))
    known["pl"], known["lua"] = values["perl"], values["lua"]
    known["luajit"] = values["lua"].startswith("2")

    known.update(environment)
    for key, value in variant.items():
        if key not in known:
            known[key] = typed(value)
    return known


class _System:
    """What recipes use of Python's `os`."""

    def __init__(self, environment):
        self.environ = environment
        self.getenv = environment.get
        self.path, self.sep, self.name = os.path, os.sep, os.name


def typed(value):
    try:
        return int(value)
    except (TypeError, ValueError):
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        return value


def select_lines(text, known):
    """The lines whose selectors hold, without the selectors."""
    lines = []
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.rstrip()
        quote = line[-1] if line and line[-1] in "'\"" else ""
        match = None if line.lstrip().startswith("#") else SELECTOR.match(line)
        if not match:
            lines.append("" if line.lstrip().startswith("#") else line)
        elif holds(match.group(3), known, number):
            lines.append(match.group(1).rstrip() + quote)
    return "\n".join(lines) + "\n"


def holds(selector, known, line):
    """conda-build puts False in the place of each name that it doesn't know."""
    for _ in range(100):
        try:
            check(ast.parse(selector.strip(), mode="eval"))
            return eval(selector, dict(known), {})  # pylint: disable=eval-used
        except NameError as error:
            selector = re.sub(rf"\b{re.escape(error.name)}\b", "False", selector)
        except Exception as error:
            raise SelectorError(f"line {line}: offending selector: [{selector}]") from error
    raise SelectorError(f"line {line}: too many unknown names: [{selector}]")


def check(tree):
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED):
            raise SyntaxError(f"{type(node).__name__} isn't allowed in a selector")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id not in FUNCTIONS:
                raise SyntaxError(f"{node.func.id}() isn't allowed in a selector")
