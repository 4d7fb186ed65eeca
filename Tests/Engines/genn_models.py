"""Prints the models that GeNN's own source defines, as JSON: its built-in ones (C++ headers), and those of its
user projects, tutorials and feature tests (Python files and notebooks).

    python genn_models.py SOURCE            an archive, or a tree

Nothing of it is run: Python is read as a syntax tree, C++ by its SET_ macros. What isn't written as a literal, or as a
name that was given one in the same file, is left out, and counted in "left_out".
"""
import ast
import json
import pathlib
import re
import sys
import tarfile

FOLDERS = ("include/genn/genn/", "userproject/", "docs/", "tests/features/", "pygenn/")
KINDS = {
    "create_neuron_model": "neuron", "create_weight_update_model": "weightUpdate",
    "create_postsynaptic_model": "postsynaptic", "create_current_source_model": "currentSource",
    "create_custom_update_model": "customUpdate",
    "create_custom_connectivity_update_model": "connectivityUpdate",
    "create_var_init_snippet": "start", "create_sparse_connect_init_snippet": "sparse",
    "create_toeplitz_connect_init_snippet": "toeplitz",
}
HEADERS = {
    "neuronModels.h": "neuron", "weightUpdateModels.h": "weightUpdate", "postsynapticModels.h": "postsynaptic",
    "currentSourceModels.h": "currentSource", "customUpdateModels.h": "customUpdate",
    "customConnectivityUpdateModels.h": "connectivityUpdate", "initVarSnippet.h": "start",
    "initSparseConnectivitySnippet.h": "sparse", "initToeplitzConnectivitySnippet.h": "toeplitz",
}
# Names without a type are a model's `scalar` numbers.
NAMES = ("params", "param_names", "derived_params")
TYPED = ("vars", "pre_vars", "post_vars", "var_refs", "pre_var_refs", "post_var_refs", "neuron_var_refs",
         "pre_neuron_var_refs", "post_neuron_var_refs", "psm_var_refs", "additional_input_vars",
         "extra_global_params", "extra_global_param_refs", "egp_refs")


def files(source):
    path = pathlib.Path(source)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix in (".py", ".ipynb", ".h") and file.is_file():
                yield file.relative_to(path).as_posix(), file.read_text(errors="replace")
        return
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and member.name.endswith((".py", ".ipynb", ".h")):
                name = member.name.split("/", 1)[-1]
                yield name, archive.extractfile(member).read().decode(errors="replace")


def entry(node):
    """The text literals of a list's item: a name, and its type if it has one."""
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return texts[0] if texts else None, texts[1] if len(texts) > 1 else "scalar"


def python_models(text, place):
    models, left_out = [], 0
    tree = ast.parse(text)
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            known[node.targets[0].id] = node.value
    for node in ast.walk(tree):
        name = isinstance(node, ast.Call) and (
            node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", None))
        if not name or name not in KINDS:
            continue
        model = {"kind": KINDS[name], "place": f"{place}:{node.lineno}", "names": [], "codes": {}}
        for keyword in node.keywords:
            value = keyword.value
            if isinstance(value, ast.Name):
                value = known.get(value.id, value)
            if keyword.arg in NAMES + TYPED and isinstance(value, (ast.List, ast.Tuple)):
                field = keyword.arg.replace("param_names", "params")
                for item in value.elts:
                    named, type_ = entry(item)
                    if named is not None:
                        model["names"].append([field, named, "scalar" if field == "derived_params" else type_])
            elif keyword.arg and keyword.arg.endswith("_code"):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    model["codes"][keyword.arg] = value.value
                elif not (isinstance(value, ast.Constant) and value.value is None):
                    left_out += 1
        models.append(model)
    return models, left_out


def literal(text):
    """The C++ string literals of an argument, joined; `\\n` and the like are the same in Python."""
    return "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', text))


def header_models(text, place, kind):
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.S | re.M)
    models = {}
    for match in re.finditer(r"class (\w+) *: *public (?:\w+::)*(\w+)\s*\{(.*?)\n\};", text, flags=re.S):
        name, base, body = match[1], match[2], match[3] + "\n"
        inherited = models.get(base, {"names": [], "codes": {}})
        model = {"kind": kind, "place": f"{place}:{text[:match.start()].count(chr(10)) + 1}",
                 "names": list(inherited["names"]), "codes": dict(inherited["codes"]),
                 "complete": "DECLARE_SNIPPET" in body}
        for macro in re.finditer(r"SET_(\w+)\((.*?)(?=SET_|DECLARE_|virtual|\Z)", body, flags=re.S):
            what, value = macro[1].lower(), macro[2]
            if what.endswith("code"):
                model["codes"]["var_init_code" if what == "code" else what] = literal(value)
            elif what in NAMES + TYPED:
                # Either {"a", "b"}, or {{"a", "int"}, …}.
                if re.search(r"\{\s*\{", value):
                    pairs = re.findall(r'\{\s*"(\w+)"\s*,\s*(?:"([\w *]+)"|\[)', value)
                else:
                    pairs = [(name, "") for name in re.findall(r'"(\w+)"', value)]
                model["names"] += [[what, name, type_ or "scalar"] for name, type_ in pairs]
        models[name] = model
    return [model for model in models.values() if model.pop("complete")]


def main():
    models, left_out = [], 0
    for place, text in files(sys.argv[1]):
        if not place.startswith(FOLDERS):
            continue
        if place.endswith(".h"):
            if pathlib.PurePosixPath(place).name in HEADERS:
                models += header_models(text, place, HEADERS[pathlib.PurePosixPath(place).name])
            continue
        if place.endswith(".ipynb"):
            cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
            # A notebook's commands to the shell are no Python.
            text = "\n".join(re.sub(r"(?m)^(\s*)[!%].*", r"\1pass", "".join(cell["source"])) for cell in cells)
        found, missing = python_models(text, place)
        models += found
        left_out += missing
    print(json.dumps({"models": models, "left_out": left_out}))


main()
