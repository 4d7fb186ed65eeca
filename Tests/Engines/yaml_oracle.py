"""Answers what PyYAML makes of texts and trees, for the tests of the YAML target.

One request a line on standard input, one answer a line on standard output, both JSON.

  {"op": "resolve", "text": T}  what SafeLoader makes of the plain scalar T -> tree
  {"op": "load", "text": T}     every document of T, read by SafeLoader     -> {"l": [tree, ...]}
  {"op": "base", "text": T}     the same by BaseLoader, through libyaml where PyYAML has it
  {"op": "dump", "tree": X}     yaml.dump(X, default_flow_style=False, sort_keys=False) -> {"s": text}

A tree has one key: s text, l list, m list of pairs, i digits of a whole number, f bits of a float,
b truth value, n null, t timestamp as written, o a value of another type, e error.
"""

import json
import struct
import sys

import yaml


class Timestamp(str):
    pass


class Loader(yaml.SafeLoader):
    pass


# A date stays the text it was, but must be one: the constructor still checks it.
def timestamp(loader, node):
    return Timestamp(node.value)


Loader.add_constructor("tag:yaml.org,2002:timestamp", timestamp)


def pack(value):
    if value is None:
        return {"n": True}
    if isinstance(value, Timestamp):
        return {"t": str(value)}
    if isinstance(value, bool):
        return {"b": value}
    if isinstance(value, int):
        return {"i": str(value)}
    if isinstance(value, float):
        return {"f": "nan" if value != value else struct.pack(">d", value).hex()}
    if isinstance(value, str):
        return {"s": value}
    if isinstance(value, (list, tuple)):
        return {"l": [pack(item) for item in value]}
    if isinstance(value, dict):
        return {"m": [[pack(key), pack(item)] for key, item in value.items()]}
    return {"o": type(value).__name__}


def unpack(tree):
    ((kind, value),) = tree.items()
    if kind == "s":
        return value
    if kind == "l":
        return [unpack(item) for item in value]
    if kind == "m":
        return {unpack(key): unpack(item) for key, item in value}
    if kind == "i":
        return int(value)
    if kind == "b":
        return value
    if kind == "n":
        return None
    raise ValueError(kind)


def resolve(text):
    loader = Loader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    return pack(loader.construct_object(yaml.ScalarNode(tag, text)))


class NoAliases(yaml.Dumper):
    def ignore_aliases(self, data):
        return True


def answer(request):
    op = request["op"]
    try:
        if op == "resolve":
            return resolve(request["text"])
        if op == "load":
            return pack(list(yaml.load_all(request["text"], Loader=Loader)))
        if op == "base":
            return pack(list(yaml.load_all(request["text"], Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))))
        if op == "dump":
            return {
                "s": yaml.dump(
                    unpack(request["tree"]),
                    Dumper=NoAliases,
                    default_flow_style=False,
                    sort_keys=False,
                )
            }
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        return {"e": type(error).__name__ + ": " + str(error)}
    return {"e": "unknown op " + op}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))))
