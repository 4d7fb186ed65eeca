"""Variants of conda_build_config.yaml: zipped groups, then the product of what remains."""

import itertools
import re

import yaml

from v0.selectors import names, select_lines

# Settings, not axes.
SETTINGS = {"zip_keys", "pin_run_as_build", "extend_keys", "ignore_version",
            "ignore_build_only_deps", "replacements"}
SHORT_NAMES = {"python": r"py|py[23]k|py\d\d", "numpy": "np", "perl": "pl", "lua": "luajit"}


class ConfigError(Exception):
    """A variant configuration that conda-build refuses."""


def load(texts, subdir, environment=None):
    """Later texts win; their zip_keys are added to the earlier ones'."""
    axes, groups = {}, []
    for text in texts:
        content = yaml.load(
            select_lines(text, names(subdir, {}, environment)), Loader=yaml.BaseLoader) or {}
        given = [group for group in content.get("zip_keys") or [] if group]
        if given and all(isinstance(group, str) for group in given):
            given = [given]
        for group in given:
            if not isinstance(group, list):
                raise ConfigError(f"zip_keys must be a list of lists, not {group!r}")
            if group not in groups:
                groups.append(group)
        for key, values in content.items():
            if key in SETTINGS:
                continue
            if "-" in key:
                raise ConfigError(f"a key can't contain '-': {key}")
            axes[key] = values if isinstance(values, list) else [values]
    axes = {key: [value for value in values if value != ""] for key, values in axes.items()}
    axes = {key: values for key, values in axes.items() if values}
    check(axes, groups)
    return axes, groups


def check(axes, groups):
    zipped = [key for group in groups for key in group]
    for key in zipped:
        if key not in axes:
            raise ConfigError(f"a zipped key has no values: {key}")
        if zipped.count(key) > 1:
            raise ConfigError(f"a key is zipped twice: {key}")
    for group in groups:
        if len({len(axes[key]) for key in group}) > 1:
            lengths = ", ".join(f"{key}: {len(axes[key])}" for key in group)
            raise ConfigError(f"zipped keys differ in length: {lengths}")


def mentioned(axes, text):
    """Keys that the recipe's text seems to use; too many do no harm, equal renders are merged."""
    found = set()
    for key in axes:
        pattern = "|".join([re.escape(key), SHORT_NAMES.get(key, re.escape(key))])
        if re.search(rf"\b(?:{pattern})\b", text.replace("-", "_")):
            found.add(key)
    for function, language in re.findall(r"\b(compiler|stdlib)\(\s*['\"](\w+)['\"]", text):
        tool = f"{language}_{function}"
        found |= {key for key in (tool, f"{tool}_version") if key in axes}
    return found


def expand(axes, groups, used):
    """One dictionary a variant; keys that nobody uses keep their first value."""
    columns = []
    zipped = {key for group in groups for key in group}
    for group in groups:
        rows = [dict(zip(group, row)) for row in zip(*(axes[key] for key in group))]
        columns.append(rows if used & set(group) else rows[:1])
    for key in sorted(set(axes) - zipped):
        values = axes[key] if key in used else axes[key][:1]
        columns.append([{key: value} for value in values])
    for combination in itertools.product(*columns):
        yield {key: value for part in combination for key, value in part.items()}
