"""Renders a recipe.yaml with rattler-build's own engine (py-rattler-build) and prints JSON.

    render_v1.py recipe.yaml --variants variants.yaml --platform linux-64
"""

import re
import tempfile
from importlib.metadata import version
from pathlib import Path

import yaml
from rattler_build import JinjaConfig, PlatformConfig, RenderConfig, Stage0Recipe, VariantConfig

import shape

ENGINE = f"py-rattler-build {version('py-rattler-build')}"


def variant_config(files, platform):
    """Later files over earlier ones, as the command-line tool merges them."""
    jinja = JinjaConfig(platform=platform)
    merged = VariantConfig()
    for file in files:
        legacy = Path(file).name == "conda_build_config.yaml"
        load = VariantConfig.from_conda_build_config if legacy else (
            VariantConfig.from_file_with_context)
        merged = merged.merge(load(file, jinja))
    return merged


def render(recipe_file, variant_files, subdir):
    platform = PlatformConfig(target_platform=subdir, build_platform=subdir, host_platform=subdir)
    variants = variant_config(variant_files, platform)
    config = RenderConfig(platform=platform)
    recipe = Stage0Recipe.from_file(recipe_file)
    rendered = recipe.render(variants, config)
    kept = kept_variants(recipe_file, variants, config)
    entries = [rendered_entry(one) for one in rendered]
    if kept is not None:
        for one in entries:
            one["skip"] = one["used_variant"] not in kept
        lost = [one for one in kept if one not in [each["used_variant"] for each in entries]]
        if lost:
            raise RuntimeError(f"variants of the many-output form are unknown: {lost}")
    return shape.without_repeats(entries)


def rendered_entry(rendered):
    recipe = rendered.recipe.to_dict()
    build = dict(recipe["build"])
    number, string = build.pop("number", 0), build.pop("string")
    hashed = rendered.hash_info.hash if rendered.hash_info else None
    if "script" in build:
        build["script"] = shape.as_list(build["script"])
    return shape.entry(
        rendered.recipe.package.name, recipe["package"]["version"], number, string,
        string.replace(hashed, "<hash>") if hashed else string,
        hash=hashed,
        noarch=build.pop("noarch", None),
        used_variant=dict(rendered.variant),
        requirements=shape.requirements(recipe.get("requirements", {})),
        tests=[normal_test(test) for test in recipe.get("tests", [])],
        about=recipe.get("about", {}),
        source=shape.as_list(recipe.get("source")),
        build={key: value for key, value in build.items() if value not in ([], {})},
        extra=recipe.get("extra", {}),
    )


def normal_test(test):
    if "script" in test:
        return {**test, "script": shape.as_list(test["script"])}
    return test


def kept_variants(recipe_file, variants, config):
    """The used variants that `build.skip` leaves; None when nothing can be skipped.

    The library's render() ignores `skip` in recipes with one output, but leaves skipped outputs
    out of recipes with several: so the recipe is rendered once more in that form.
    """
    recipe = yaml.load(Path(recipe_file).read_text(encoding="utf-8"), Loader=Version12Loader)
    if "outputs" in recipe or not (recipe.get("build") or {}).get("skip"):
        return None
    package = recipe.pop("package")
    output = {"package": {"name": package["name"]}}
    for key in ["build", "requirements", "tests", "about"]:
        if key in recipe:
            output[key] = recipe.pop(key)
    many = {**recipe, "recipe": package, "outputs": [output]}
    with tempfile.TemporaryDirectory() as folder:
        rendered = Stage0Recipe.from_dict(many, recipe_dir=folder).render(variants, config)
    return [dict(one.variant) for one in rendered]


class Version12Loader(yaml.SafeLoader):
    """Keeps numbers as they are written and takes only true and false for booleans."""


Version12Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Version12Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|false|False)$"), list("tTfF"))
Version12Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"),
    list("-0123456789"))


def main():
    parser = shape.arguments(__doc__, "--variants", "variants.yaml or conda_build_config.yaml")
    options = parser.parse_args()
    shape.answer(
        ENGINE, lambda platform: render(options.recipe, options.configs, platform), options)


if __name__ == "__main__":
    main()
