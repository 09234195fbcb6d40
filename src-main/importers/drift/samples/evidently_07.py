"""Evidently 0.7: save_json (no time in it), save_json with tests, and dumps (a snapshot, with its time)."""
import datetime, sys
from evidently import DataDefinition, Dataset, Report
from evidently.metrics import RowCount, ValueDrift
from evidently.presets import DataDriftPreset
from frame import CAT, NUM, frame, reference, week

f, out, tag = frame(sys.argv[1]), sys.argv[2], sys.argv[3]
dd = DataDefinition(numerical_columns=NUM, categorical_columns=CAT)
ds = lambda d: Dataset.from_pandas(d[NUM + CAT].reset_index(drop=True), data_definition=dd)
ref = ds(reference(f))

def run(start, metrics, tests=False, **kw):
    end = datetime.datetime.fromisoformat(start) + datetime.timedelta(days=7)
    return Report(metrics, include_tests=tests, **kw).run(ds(week(f, start)), ref, timestamp=end)

preset = lambda: [DataDriftPreset(per_column_method={"hum": "psi", "windspeed": "jensenshannon"}), RowCount()]
run("2011-02-07", preset()).save_json(f"{out}/evidently-{tag}-2011-02-14.json")
run("2011-02-07", preset(), tests=True).save_json(f"{out}/evidently-{tag}-tests-2011-02-14.json")
s = run("2011-02-14", [ValueDrift(column="weathersit"), ValueDrift(column="workingday"), RowCount()],
        metadata={"model": "Bike demand"}, tags=["weekly"])
text = s.dumps()
open(f"{out}/evidently-{tag}-snapshot.json", "w").write(text if isinstance(text, str) else text.decode())
