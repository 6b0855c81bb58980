"""What MkDocs, or ProperDocs, makes of settings files: `python -m tests.cli.resolved mkdocs FILE…` prints it as JSON.

In a process of its own: ProperDocs takes the place of MkDocs in the one that it is loaded into.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any


def resolved(config: Any) -> dict[str, Any]:
    plugin = config.plugins["sop-catalogue"].config
    folder = Path(config.config_file_path).parent
    return {
        "definitions": os.path.realpath(plugin.sop_defs),
        "cache": str(folder / plugin.cache_dir),
        "paper": plugin.cetak and dataclasses.asdict(plugin.cetak),
        "url": config.site_url or "",
        "directory_urls": config.use_directory_urls,
        "name": config.site_name,
    }


def main(tool: str, files: list[str]) -> None:
    importlib.import_module(f"{tool}.__main__")  # ProperDocs answers to the name of MkDocs from here on
    load_config = importlib.import_module(f"{tool}.config").load_config
    print(json.dumps({file: resolved(load_config(file)) for file in files}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
