"""Evidently up to 0.6: save_json of a report, and of a test suite."""
import datetime, sys, warnings; warnings.filterwarnings("ignore")
import numpy as np
try:
    from evidently.legacy.report import Report
    from evidently.legacy.test_suite import TestSuite
    from evidently.legacy.metric_preset import DataDriftPreset
    from evidently.legacy.metrics import ColumnDriftMetric, DatasetSummaryMetric
    from evidently.legacy.test_preset import DataDriftTestPreset
    from evidently.legacy.pipeline.column_mapping import ColumnMapping
except ImportError:
    from evidently.report import Report
    from evidently.test_suite import TestSuite
    from evidently.metric_preset import DataDriftPreset
    from evidently.metrics import ColumnDriftMetric, DatasetSummaryMetric
    from evidently.test_preset import DataDriftTestPreset
    from evidently import ColumnMapping
from frame import CAT, NUM, frame, reference, week

f, out, tag = frame(sys.argv[1]), sys.argv[2], sys.argv[3]
cm = ColumnMapping(numerical_features=NUM, categorical_features=CAT)
pick = lambda d: d[NUM + CAT].reset_index(drop=True)
ref, cur = pick(reference(f)), pick(week(f, "2011-02-07"))
r = Report([DataDriftPreset(per_column_stattest={"hum": "psi"}), DatasetSummaryMetric()], timestamp=datetime.datetime(2011, 2, 14))
r.run(reference_data=ref, current_data=cur, column_mapping=cm)
r.save_json(f"{out}/evidently-{tag}.json")
t = TestSuite([DataDriftTestPreset()], timestamp=datetime.datetime(2011, 2, 14))
t.run(reference_data=ref, current_data=cur, column_mapping=cm)
t.save_json(f"{out}/evidently-{tag}-test-suite.json")
# A constant column: some scores are no numbers, and Python writes them bare.
flat = ref.assign(temp=0.5), cur.assign(temp=0.5)
n = Report([ColumnDriftMetric("temp", stattest=s) for s in ("t_test", "ks", "wasserstein", "mannw")], timestamp=datetime.datetime(2011, 2, 14))
n.run(reference_data=flat[0], current_data=flat[1], column_mapping=cm)
n.save_json(f"{out}/evidently-{tag}-constant.json")
