"""Completes a bill of materials: what is no crate, and without this machine's folders.

Use: sbom.py FROM TO
"""

import json
import re
import sys
import uuid
from pathlib import Path

FONTS = {
    "DejaVu Sans": ("dejavu-sans", {"license": {"name": "Bitstream-Vera"}}),
    "Noto Emoji": ("noto-emoji", {"license": {"id": "OFL-1.1"}}),
    "Source Code Pro": ("source-code-pro", {"license": {"id": "OFL-1.1"}}),
    "Source Sans 3": ("source-sans-3", {"license": {"id": "OFL-1.1"}}),
    "Source Serif 4": ("source-serif-4", {"license": {"id": "OFL-1.1"}}),
}
RUNTIME = {
    "glibc": "LGPL-2.1-or-later",
    "libgcc": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "mingw-w64": "ZPL-2.1",
    "rust-std": "MIT OR Apache-2.0",
}


def main(source: Path, target: Path) -> None:
    text = source.read_text(encoding="utf-8")
    # The address of the crate itself is a folder of the machine that built it.
    text = re.sub(r"path\+file://[^\"#]*#", "path+file:///rekenkamer#", text)
    text = re.sub(r"\?download_url=file://[^\"#]*", "", text)
    bill = json.loads(text)
    folders = {path.name for path in Path("templates/fonts").iterdir() if path.is_dir()}
    if folders != {folder for folder, _ in FONTS.values()}:
        sys.exit(f"the fonts of packaging/sbom.py are not those of templates/fonts: {sorted(folders)}")
    for name, (folder, licence) in FONTS.items():
        bill["components"].append(
            {"type": "file", "bom-ref": f"font/{folder}", "name": name, "licenses": [licence]}
        )
    for name, licence in RUNTIME.items():
        bill["components"].append(
            {
                "type": "library",
                "bom-ref": f"runtime/{name}",
                "name": name,
                "licenses": [{"expression": licence}],
            }
        )
    # The same content has the same number.
    bill.pop("serialNumber", None)
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(bill, sort_keys=True))
    bill["serialNumber"] = f"urn:uuid:{number}"
    target.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


main(Path(sys.argv[1]), Path(sys.argv[2]))
