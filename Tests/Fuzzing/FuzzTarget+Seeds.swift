extension FuzzTarget {
  /// Sound texts to begin with, and texts that were a problem once.
  package var seeds: [String] {
    switch self {
    case .version:
      [
        "1.2.3", "1!2.0rc1", "1.0.2_", "4.2+cuda12.0", "1.0.dev3", "2.1post1", "0.0.0alpha_b-c",
        "99999999999999999999999.1", "1..2", "*", "3.10.*",
      ]
    case .versionSpec:
      [
        ">=1.2,<2|3.0.*", "~=1.4.2", "!=1.3.*", "(>=1|<0.5),!=1.2", "^1\\.[0-9]{2}.*$", "==1!2",
        "1.*.3", "=1.2=b", "<= 2 , > 1", "((((1))))", "^(a|b)+?$",
      ]
    case .matchSpec:
      [
        "numpy >=2,<3", "python 3.12.* *_cpython", "conda-forge/linux-64::genn[build='cuda*']",
        "a=1.2=b_0", "a[version='>=1,<2', build_number='>3', channel=defaults]", "*[md5=ab]",
        "https://example.org/linux-64/a-1.2-0.conda", "a 1.2 py(27|3)", "a~=1", "__cuda >=12",
      ]
    case .selector:
      [
        "linux and py >= 311", "not win or (osx and arm64)", "py in (310, 311)", "py==27 or np>119",
        "cuda_compiler_version != \"None\" and linux64", "environ.get('A', '0') == '1'",
        "(cuda_compiler_version or '').startswith('12')", "1 if unix else 0", "10 < py < 400",
        "target_platform[0:5] == 'linux'", "[x for x in 'a']", "lambda: 1", "'%s' % py",
        "{1: 2}[1]",
        "build_platform != target_platform", "-py + 3 * 4 / 2", "nosuch == 'None'",
      ]
    case .jinja:
      [
        "{% set v = '1.2' %}{{ v.split('.')[0] }}{# c #}", "{%- if a and not b -%} x {%- endif %}",
        "{% for k, v in {'a': 1}.items() if v %}{{ loop.index }}{{ k }}{% else %}e{% endfor %}",
        "{% macro f(a, b='c') %}{{ a ~ b }}{% endmacro %}{{ f(1, b=2) }}",
        "{{ [3, 1] | sort | map('string') | join(',') | upper }}",
        "{{ x is defined and x is not none }}",
        "{{ 'a%s' | format(1) }}{{ 7 // 2 ** 3 % 4 }}{{ v[1:-1:2] }}", "{% raw %}{{{% endraw %}",
        "{% set ns = namespace(a=1) %}{% set ns.a = 2 %}{{ ns.a }}", "{{ '{:>5.2f}'.format(1.5) }}",
        "{% filter upper %}a{% endfilter %}{% with a = 1 %}{{ a }}{% endwith %}",
        "{% set x %}a{% endset %}{{ x | replace('a', 'b') | trim | int(3) | tojson }}",
        "{% call(x) f() %}{{ x }}{% endcall %}", "{{ (1, 2)[0] if a else none }}",
      ]
    case .yaml:
      [
        "a: 1\nb: [x, {y: z}]\n# c\nc: |\n  t\n   u\nd: >-\n  v\n", "&a a: *a\n", "<<: {a: b}\n",
        "- 3.10\n- on\n- 0o7\n- 1_000\n- 2020-01-01\n- ~\n- .inf\n- 1:30\n",
        "---\na\n...\n---\nb\n",
        "'it''s': \"\\u00e9\\x41\\n\"\n", "? a\n: b\n", "!!str 1\n", "a: &x [1]\nb: *x\n",
        "\u{FEFF}a: b\r\n",
        "%YAML 1.1\n---\na: !t {b}\n", "a:\n\t- b\n", "{a: b, a: c}", "[[[[[[[[]]]]]]]]",
      ]
    case .variantsV0:
      [
        "python:\n  - 3.12.* *_cpython\n  - 3.13.* *_cp313\na:\n  - 1  # [win]\n  - 2  # [linux]\nzip_keys:\n-\n  - python\n  - a\n",
        "zip_keys:\n  - a, b\na:\n- 1\n- 2\nb:\n- 3\n- 4\npin_run_as_build:\n  x: {max_pin: x}\n",
        "a: b\nignore_version:\n- a\ntarget_platform:\n- linux-64\n",
      ]
    case .expressionV1:
      [
        "name ~ '-' ~ version", "'a' if unix else 'b'", "(version | split('.'))[:2] | join('.')",
        "match(python, '>=3.12')", "pin_subpackage('a', exact=True)", "compiler('c')",
        "x is defined",
        "env.get('HOME', default='d')", "{'a': [1, 2.5, none]}.a[0]", "7 // 2 % 4 ** 3", "a.b.c()",
        "python | version_to_buildstring", "'%d' % 3", "not a and b or c in d", "cdt('libx11')",
        "\"x\" | replace('x', 'y') | upper", "-1 < 2 <= 3", "range(3)", "hash",
      ]
    case .recipeV0: Self.v0Recipes
    case .recipeV1: Self.v1Recipes
    }
  }

  private static let v0Recipes = [
    """
    {% set version = "1.2" %}
    {% set build = 3 %}
    {% set build = build + 100 %}  # [mpi == 'nompi']
    package:
      name: box
      version: {{ version }}
    source:
      - url: https://example.org/{{ version }}.tar.gz  # comment
        sha256: {{ "ab" * 32 }}
        patches: [a.patch]  # [win]
    build:
      number: {{ build }}
      skip: true  # [win or py<38]
      string: h{{ PKG_HASH }}_{{ build }}
      run_exports:
        - {{ pin_subpackage('box', max_pin='x.x') }}
    requirements:
      build:
        - {{ compiler('c') }}
        - {{ stdlib('c') }}
        - {{ cdt('mesa-libgl-devel') }}  # [linux]
      host:
        - python
        - numpy
      run:
        - python
        - {{ pin_compatible('numpy') }}
    test:
      imports: [box]
      commands:
        - test -f $PREFIX/lib/libbox{{ SHLIB_EXT }}
    about:
      home: {{ environ.get('HOME') }}
      license: MIT
      summary: |
        text
    extra:
      recipe-maintainers: [a]
    """,
    """
    package: {name: box, version: "1"}
    outputs:
      {% for n in ['a', 'b'] %}
      - name: box-{{ n }}
        script: build.sh
        build:
          noarch: generic
        requirements:
          host: [python]
          run:
            - {{ pin_subpackage('box-a', exact=True) }}
      {% endfor %}
      - name: box
        test:
          commands: [echo]  # [unix]
    """,
    """
    {% set m = load_file_regex(load_file='v.txt', regex_pattern='v = ([0-9.]+)', from_recipe_dir=True) %}
    {% set d = load_file_data('x.json') %}
    {%- macro dep(n) -%}{{ n }} >={{ version }}{%- endmacro -%}
    package:
      name: {{ PKG_NAME or 'a' }}
      version: {{ m.group(1) }}
    build:
      script_env: [A=b, HOME]
      script: "{{ PYTHON }} -m pip install ."
    requirements:
      - {{ dep('x') }}
    """,
  ]

  private static let v1Recipes = [
    """
    schema_version: 1
    context:
      name: box
      version: "1.2"
      major: ${{ (version | split("."))[0] }}
    package:
      name: ${{ name | lower }}
      version: ${{ version }}
    source:
      - url: https://example.org/${{ version }}.tar.gz
        sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      - if: win
        then: {path: ../x, patches: [a.patch]}
    build:
      number: 0
      skip: [win, match(python, "<3.8")]
      string: h${{ hash }}_0
      script:
        - echo
        - if: unix
          then: make
          else: nmake
      python:
        entry_points: [a = b:c]
    requirements:
      build: ["${{ compiler('c') }}", "${{ stdlib('c') }}"]
      host: [python, pip]
      run:
        - python
        - ${{ pin_compatible('python', lower_bound='x.x') }}
      run_exports:
        weak: ["${{ pin_subpackage(name, upper_bound='x') }}"]
    tests:
      - python: {imports: [box], pip_check: true}
      - script: [echo]
        files: {recipe: [t.py]}
      - package_contents: {lib: [box]}
    about:
      license: MIT
      homepage: https://example.org
    extra:
      recipe-maintainers: [a]
    """,
    """
    context: {version: "1"}
    recipe: {name: box-split, version: "${{ version }}"}
    outputs:
      - staging: {name: stage}
        build: {script: echo}
      - package: {name: liba}
        inherit: stage
        requirements:
          run_constraints: [b <2]
      - package: {name: b}
        build: {noarch: python}
        requirements:
          run: ["${{ pin_subpackage('liba', exact=True) }}"]
    """,
  ]
}
