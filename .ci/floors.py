"""Fail when a score is under its floor. Usage: floors.py FLOORS.json SET=SCORES.json …"""

import json
import sys
from pathlib import Path


def main(floors_path: str, *sets: str) -> int:
    floors = json.loads(Path(floors_path).read_text(encoding="utf-8"))
    under = []
    for name, _, path in (s.partition("=") for s in sets):
        scores = json.loads(Path(path).read_text(encoding="utf-8"))
        for kind, floor in floors[name].items():
            score = scores[kind].get("f1", scores[kind].get("share"))
            if score < floor:
                under.append(f"{name}: {kind} is {score:.4f}, under its floor of {floor:.4f}")
    print("\n".join(under) or "all scores reach their floors")
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
