"""The packages of one rendered meta.yaml, in the words of recipe.yaml."""

import re
from urllib.parse import urlsplit

import shape
from v0.documents import HASH, NUMBER

ABOUT = {"home": "homepage", "dev_url": "repository", "doc_url": "documentation"}
SOURCE = {"fn": "file_name", "folder": "target_directory", "git_url": "git", "git_rev": "rev"}
LINKING = {
    "missing_dso_whitelist": "missing_dso_allowlist",
    "rpaths_whitelist": "rpath_allowlist",
    "rpaths": "rpaths",
    "binary_relocation": "binary_relocation",
}
# Said in other places of the shape, or only for conda-build.
ELSEWHERE = {"number", "string", "noarch", "skip", "run_exports", "ignore_run_exports",
             "ignore_run_exports_from"}


def outputs(document):
    """Skipped packages are marked where there is one output, left out where there are several."""
    top = document.content
    if "outputs" not in top:
        return [package(document, top, top)]
    packages = [package(document, merged(top, one), top) for one in top["outputs"]]
    return [one for one in packages if not one["skip"]]


def merged(top, output):
    """An output with the recipe's own name takes what it doesn't say itself from the top level."""
    sections = {name: output.get(name) or {} for name in ["build", "requirements", "about"]}
    if isinstance(sections["requirements"], list):
        sections["requirements"] = {"run": sections["requirements"]}
    name = output.get("name", top["package"]["name"])
    if name == top["package"]["name"]:
        sections = {key: {**(top.get(key) or {}), **own} for key, own in sections.items()}
    else:
        sections["about"] = {**(top.get("about") or {}), **sections["about"]}
        number = (top.get("build") or {}).get("number", 0)
        sections["build"] = {"number": number, **sections["build"]}
        if (top.get("build") or {}).get("skip"):
            sections["build"]["skip"] = True
    version = output.get("version", top["package"].get("version"))
    if "script" in output:
        sections["build"]["script"] = output["script"]
    return {**sections, "package": {"name": name, "version": version}, "test": output.get("test")}


def package(document, recipe, top):
    build = recipe.get("build") or {}
    number = int(build.get("number", 0))
    needs = requirements(recipe.get("requirements") or {}, build)
    form = build_string(document, build, needs, number)
    return shape.entry(
        recipe["package"]["name"], recipe["package"].get("version"), number, None, form,
        noarch=build.get("noarch"),
        skip=build.get("skip") in (True, "true", "True", "yes", "on", "1"),
        requirements=needs,
        tests=tests(recipe.get("test") or {}),
        about=about(recipe.get("about") or {}),
        source=[renamed(one, SOURCE) for one in shape.as_list(top.get("source"))],
        build=build_section(build),
        extra=top.get("extra") or {},
    )


def requirements(given, build):
    if isinstance(given, list):
        given = {"run": given}
    lists = {key: [spec(one) for one in shape.as_list(value)] for key, value in given.items()}
    lists["run_constraints"] = lists.pop("run_constrained", [])
    exports = build.get("run_exports") or {}
    exports = exports if isinstance(exports, dict) else {"weak": shape.as_list(exports)}
    names = {"strong_constrains": "strong_constraints", "weak_constrains": "weak_constraints"}
    lists["run_exports"] = {
        names.get(key, key): [spec(one) for one in shape.as_list(value)]
        for key, value in exports.items()
    }
    lists["ignore_run_exports"] = {
        "by_name": shape.as_list(build.get("ignore_run_exports")),
        "from_package": shape.as_list(build.get("ignore_run_exports_from")),
    }
    return shape.requirements(lists)


def spec(one):
    """White space in one form; the version stays as it is written (`1.2` isn't `1.2.*`)."""
    return one if isinstance(one, dict) else re.sub(r"\s*,\s*", ",", " ".join(one.split()))


def build_string(document, build, needs, number):
    given = build.get("string")
    if given is None:
        given = f"{python_prefix(document, build, needs)}h{HASH}_{number}"
    return given.replace(NUMBER, str(number))


def python_prefix(document, build, needs):
    if build.get("noarch") == "python":
        return "py"

    def has_python(kinds):
        specs = [one for kind in kinds for one in needs[kind] if isinstance(one, str)]
        return any(one.split()[0] == "python" for one in specs)

    both = has_python(["host", "build"]) and has_python(["run"])
    return f"py{document.known['py']}" if both else ""


def tests(given):
    """The lists of meta.yaml's one test section as recipe.yaml's separate tests."""
    found = []
    commands = shape.as_list(given.get("commands"))
    pip_check = "pip check" in commands
    commands = [one for one in commands if one != "pip check"]
    requires = [spec(one) for one in shape.as_list(given.get("requires"))]
    if given.get("imports"):
        python = {"imports": shape.as_list(given["imports"])}
        if not pip_check:
            python["pip_check"] = False
        requires = [one for one in requires if not (pip_check and one == "pip")]
        found.append({"python": python})
    if commands:
        script = {"script": commands}
        if requires:
            script["requirements"] = {"run": requires}
        files = {"source": given.get("source_files"), "recipe": given.get("files")}
        files = {key: shape.as_list(value) for key, value in files.items() if value}
        if files:
            script["files"] = files
        found.append(script)
    found += [{"downstream": one} for one in shape.as_list(given.get("downstreams"))]
    return found


def about(given):
    result = renamed(given, ABOUT)
    result.pop("license_family", None)
    for key in ABOUT.values():
        if isinstance(result.get(key), str):
            result[key] = with_path(result[key])
    if "license_file" in result:
        result["license_file"] = shape.as_list(result["license_file"])
    return result


def with_path(url):
    """As URL libraries print it: a host without a path gets the root path."""
    return f"{url}/" if urlsplit(url).netloc and not urlsplit(url).path else url


def build_section(given):
    result, linking = {}, {}
    for key, value in given.items():
        if key in LINKING:
            linking[LINKING[key]] = value if isinstance(value, bool) else shape.as_list(value)
        elif key == "script":
            result["script"] = shape.as_list(value)
        elif key == "entry_points":
            result.setdefault("python", {})["entry_points"] = shape.as_list(value)
        elif key not in ELSEWHERE:
            result[key] = value
    if linking:
        result["dynamic_linking"] = linking
    return result


def renamed(given, new_names):
    return {new_names.get(key, key): value for key, value in given.items()}
