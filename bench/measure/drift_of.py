# Evidently as its own guide shows it: both files through pandas, then its preset for drift, one measure a column.
import json
import resource
import sys

import evidently
import pandas
from evidently import Report
from evidently.presets import DataDriftPreset

reference, current = (pandas.read_csv(path) for path in sys.argv[1:3])
found = Report([DataDriftPreset()]).run(current, reference).dict()
assert len(found["metrics"]) > reference.shape[1], "Evidently measured too little"
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"name": f"Evidently {evidently.__version__}", "megabytes": megabytes}))
