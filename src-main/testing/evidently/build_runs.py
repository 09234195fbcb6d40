"""Fills Evidently's service through its own client: `build_runs.py URI first|more`. All data are invented."""

import datetime
import sys

import numpy as np
import pandas as pd
from evidently import DataDefinition, Dataset, Report
from evidently.metrics import RowCount, ValueDrift
from evidently.presets import DataDriftPreset
from evidently.ui.workspace import RemoteWorkspace

uri, what = sys.argv[1], sys.argv[2]
workspace = RemoteWorkspace(uri)
definition = DataDefinition(numerical_columns=["age", "income"], categorical_columns=["region"])


def data(seed, shift=0.0, rows=200):
    some = np.random.default_rng(seed)
    frame = {
        "age": some.normal(40 + shift, 9, rows),
        "income": some.normal(3000, 500, rows),
        "region": some.choice(["north", "south"], rows),
    }
    return Dataset.from_pandas(pd.DataFrame(frame), data_definition=definition)


def run(week, metrics=None, shift=0.0, **more):
    end = datetime.datetime(2026, 11, 2) + datetime.timedelta(days=7 * week)
    report = Report(metrics or [DataDriftPreset(per_column_method={"age": "psi"}), RowCount()], **more)
    return report.run(data(week + 10, shift), data(1, rows=300), timestamp=end)


if what == "first":
    churn = workspace.create_project("Churn")
    triage = workspace.create_project("claims-triage-v2")
    workspace.create_project("Nothing yet")
    for week in range(2):
        workspace.add_run(churn.id, run(week))
    workspace.add_run(triage.id, run(0, shift=5.0, include_tests=True))
    workspace.add_run(churn.id, run(0, [ValueDrift(column="age"), RowCount()], metadata={"model": "Fraud 2"}, tags=["weekly"]))
    workspace.add_run(churn.id, run(0, [RowCount()]))
else:
    [churn] = workspace.search_project("Churn")
    workspace.add_run(churn.id, run(2, shift=9.0))
