"""Run in an environment with nothing but the wheel: importing pulls in the core dependencies only."""

import sys

before = set(sys.modules)
import vnmedia  # noqa: E402

third_party = {
    name.partition(".")[0]
    for name in set(sys.modules) - before
    if name.partition(".")[0] not in sys.stdlib_module_names
}
allowed = {"vnmedia", "attr", "attrs", "cattrs", "cattr", "dateutil", "six", "typing_extensions"}
unexpected = third_party - allowed
if unexpected:
    sys.exit(f"importing vnmedia pulls in {sorted(unexpected)}")
article = vnmedia.parse_article("Ngày 17/12/2020, Bộ Y tế họp.")
assert [mention.kind for mention in article.mentions] == ["date", "agency"], article.mentions
print("vnmedia", vnmedia.__version__, "imports", ", ".join(sorted(third_party - {"vnmedia"})))
