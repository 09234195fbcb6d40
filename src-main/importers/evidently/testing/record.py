"""
Records what Evidently's service answers, and the files of its workspace: `record.py URI WORKSPACE OUT VERSION`, after
`build_runs.py URI first` (src-main/testing/evidently). Drawings are left out, which are most of it and hold nothing that is read.
"""

import json
import sys
import urllib.request

uri, workspace, out, version = sys.argv[1:]
golden, files = {}, {}


def pruned(value):
    if isinstance(value, list):
        return [pruned(one) for one in value]
    if not isinstance(value, dict):
        return value
    drawn = {"tabs", "additionalGraphs", "layout", "reference_distribution", "current_distribution", "details"}
    return {key: [] if key in ("tabs", "additionalGraphs") else None if key in drawn else pruned(one) for key, one in value.items()}


def record(path, prune=False):
    with urllib.request.urlopen(uri + path) as answer:
        body = json.load(answer)
        golden[path] = {"status": answer.status, "body": json.dumps(pruned(body) if prune else body)}
        return body


record("/api/version")
for project in record("/api/projects/"):
    for snapshot in record(f"/api/projects/{project['id']}/snapshots"):
        at = f"/api/projects/{project['id']}/{snapshot['id']}"
        record(f"{at}/download?report_format=json")
        record(f"{at}/data", prune=True)
        with open(f"{workspace}/{project['id']}/snapshots/{snapshot['id']}.json") as file:
            files[f"{project['name']} {snapshot['id']}.json"] = json.dumps(pruned(json.load(file)))
json.dump(golden, open(f"{out}/evidently-{version}.json", "w"), indent=1)
json.dump(files, open(f"{out}/workspace-{version}.json", "w"), indent=1)
