"""Jinja2 and YAML of meta.yaml, with conda-build's functions as stand-ins."""

import re

import jinja2
import yaml

from v0.selectors import names, select_lines

COMPILERS = {
    "win": {"c": "vs2017", "cxx": "vs2017", "fortran": "gfortran"},
    "osx": {"c": "clang", "cxx": "clangxx", "fortran": "gfortran"},
    "linux": {"c": "gcc", "cxx": "gxx", "fortran": "gfortran"},
}
# Known only while a package is built; they stay symbolic, as in a rendered recipe.yaml.
SYMBOLIC = ["PYTHON", "PREFIX", "BUILD_PREFIX", "SP_DIR", "STDLIB_DIR", "SRC_DIR", "RECIPE_DIR",
            "PIP", "CPU_COUNT"]
HASH, NUMBER = "<hash>", "<number>"
PIN = re.compile(r"^__pin__(\d+)__$")


class StringLoader(yaml.SafeLoader):
    """Numbers stay text, as in conda-build; a key that occurs twice is an error."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} occurs twice", node.start_mark)
        return super().construct_mapping(node, deep)


StringLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":int", ":float"))]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Document:
    """meta.yaml for one platform and one variant."""

    def __init__(self, text, subdir, variant, environment=None):
        self.subdir = subdir
        self.variant = variant
        self.known = names(subdir, variant, environment)
        self.pins = []
        selected = select_lines(text, self.known)
        loader = jinja2.DictLoader({"meta.yaml": selected})
        jinja = jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined)
        rendered = jinja.get_template("meta.yaml").render(**self.context())
        loaded = yaml.load(select_lines(rendered, self.known), Loader=StringLoader)
        if not isinstance(loaded, dict):
            raise ValueError("meta.yaml isn't a mapping")
        self.content = self.resolved(loaded)

    def context(self):
        return {
            **{name: f"${{{{ {name} }}}}" for name in SYMBOLIC},
            **self.known,
            **self.variant,
            "PKG_HASH": HASH,
            "PKG_BUILDNUM": NUMBER,
            "compiler": self.compiler,
            "stdlib": self.stdlib,
            "cdt": self.cdt,
            "pin_subpackage": self.pin_subpackage,
            "pin_compatible": self.pin_compatible,
        }

    def compiler(self, language):
        family = self.subdir.split("-")[0]
        default = COMPILERS.get(family, {}).get(language, language)
        return self.tool(f"{language}_compiler", default)

    def stdlib(self, language):
        if f"{language}_stdlib" not in self.variant:
            raise ValueError(f"no variant key {language}_stdlib for stdlib({language!r})")
        return self.tool(f"{language}_stdlib", None)

    def tool(self, key, default):
        name = f"{self.variant.get(key, default)}_{self.subdir}"
        version = self.variant.get(f"{key}_version")
        return ensure_valid_spec(f"{name} {version}") if version else name

    def cdt(self, package):
        distribution = self.variant.get("cdt_name", "cos6")
        machine = self.subdir.split("-")[1]
        machine = self.variant.get("cdt_arch", {"64": "x86_64", "32": "i686"}.get(machine, machine))
        return f"{package}-{distribution}-{machine}"

    def pin_subpackage(self, name, min_pin="x.x.x.x.x.x", max_pin="x", exact=False):
        """conda-build takes no bounds here, other than rattler-build."""
        return self.pin("pin_subpackage", name, min_pin, max_pin, exact)

    def pin_compatible(self, name, lower_bound=None, upper_bound=None, min_pin="x.x.x.x.x.x",
                       max_pin="x", exact=False):
        lower, upper = lower_bound or min_pin, upper_bound or max_pin
        return self.pin("pin_compatible", name, lower, upper, exact)

    def pin(self, kind, name, lower, upper, exact):
        """A mark in the text; the pin itself in the shape that rattler-build's engine gives."""
        pin = {"name": name}
        if exact:
            pin["exact"] = True
        else:
            bounds = {"lower_bound": lower, "upper_bound": upper}
            pin.update({key: value for key, value in bounds.items() if value is not None})
        self.pins.append({kind: pin})
        return f"__pin__{len(self.pins) - 1}__"

    def resolved(self, value):
        if isinstance(value, dict):
            return {key: self.resolved(item) for key, item in value.items()}
        if isinstance(value, list):
            kept = [self.resolved(item) for item in value]
            return [item for item in kept if item not in (None, "", "None")]
        if isinstance(value, str):
            match = PIN.match(value)
            if match:
                return self.pins[int(match.group(1))]
            if "__pin__" in value:
                raise ValueError(f"a pin with text around it: {value}")
        return value


def ensure_valid_spec(spec):
    """`name 12.9` means `name 12.9.*`; three parts are exact already."""
    match = re.match(r"^(\S+)\s+([\w.]+)$", spec)
    return f"{match.group(1)} {match.group(2)}.*" if match and "*" not in spec else spec
