"""What an answer holds: values that fit what was asked for, and secrets, which stay in their files (R3.14, R8)."""

from shape import TYPES


def inputs_fit(inputs, values):
    """Checked before anything is sent (R3.14)."""
    for key, spec in inputs.items():
        if key not in values:
            if not spec.get("optional"):
                return False
        elif not TYPES[spec["type"]](values[key]) or values[key] not in spec.get("enum", [values[key]]):
            return False
    return set(values) <= set(inputs)


def redacted(value, secrets):
    """The value with every secret taken out of its texts."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, "(secret)")
        return value
    if isinstance(value, list):
        return [redacted(one, secrets) for one in value]
    if isinstance(value, dict):
        return {key: redacted(one, secrets) for key, one in value.items()}
    return value


def read_secret(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read().removesuffix("\n")
