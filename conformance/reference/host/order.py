"""What comes after what: items of a step, selections of all steps, and steps (R3.8, R3.9, R10.6)."""


def own_names(item, step):
    addresses = [one if "/" in one else f"{step}/{one}" for one in item.get("after", [])]
    return [one.split("/")[1] for one in addresses if one.startswith(f"{step}/") and not one.endswith("/*")]


def comes_after(step, item, other):
    """Whether `other`, an address, is one of those that the item comes after."""
    addresses = [one if "/" in one else f"{step}/{one}" for one in item.get("after", [])]
    return other in addresses or f"{other.split('/')[0]}/*" in addresses and other.split("/")[0] != step


def in_order(step, items):
    done, waiting = [], list(items)
    while waiting:
        first = next(
            (item for item in waiting if not any(comes_after(step, item, f"{step}/{one['id']}") for one in waiting)),
            waiting[0],
        )
        waiting.remove(first)
        done.append(first)
    return done


def needing(steps, some):
    """Those, and all that need them."""
    found = list(some)
    for one in found:
        found += [step for step, spec in steps.items() if one in spec.get("needs", []) and step not in found]
    return found


def circle_in(before):
    """The names along a circle of {name: names that come before it}, or None."""
    left = set(before)
    while left:
        free = {one for one in left if not left & set(before[one])}
        if not free:
            one, path = min(left), []
            while one not in path:
                path.append(one)
                one = min(left & set(before[one]))
            return path[path.index(one) :] + [one]
        left -= free
    return None
