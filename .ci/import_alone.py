"""Run where only the wheel is installed: checks that all names together import only the core dependencies."""

import sys

before = set(sys.modules)
import vnmedia  # noqa: E402

for name in vnmedia.__all__:  # each is loaded on first use
    getattr(vnmedia, name)
imported = {name.partition(".")[0] for name in set(sys.modules) - before}
# The standard library's own build settings; the module's name contains the platform's.
settings = {name for name in imported if name.startswith("_sysconfigdata")}
third_party = imported - sys.stdlib_module_names - settings - {"vnmedia"}
unexpected = third_party - {"attr", "attrs", "cattr", "cattrs", "dateutil", "six", "typing_extensions"}
if unexpected:
    sys.exit(f"importing vnmedia pulls in {sorted(unexpected)}")
article = vnmedia.parse_article("Ngày 17/12/2020, Bộ Y tế họp.")
kinds = [mention.kind for mention in article.mentions]
if kinds != ["date", "agency"]:
    sys.exit(f"the installed wheel finds {kinds}")
print(f"vnmedia {vnmedia.__version__} imports", *sorted(third_party))
