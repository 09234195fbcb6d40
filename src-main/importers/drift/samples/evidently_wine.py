"""Evidently on other data (scikit-learn's wine): as_dict, a workspace's snapshot, test suites of how many columns drifted, embeddings."""
import datetime, json, sys, warnings; warnings.filterwarnings("ignore")
from sklearn.datasets import load_wine
out, tag = sys.argv[1], sys.argv[2]
wine = load_wine(as_frame=True).frame
ref, cur = [wine.iloc[start::2].reset_index(drop=True) for start in (0, 1)]
pick = lambda d, columns: d[list(columns)]
when = datetime.datetime(2024, 5, 6, 7, 8, 9)
parts = ("alcohol", "malic_acid", "ash")
if tag.startswith("0.7"):
    from evidently import DataDefinition, Dataset, Report
    from evidently.metrics.embeddings import EmbeddingsDrift, ModelDriftMethod
    dd = DataDefinition(numerical_columns=list(parts), embeddings={"taste": list(parts)})
    ds = lambda d: Dataset.from_pandas(pick(d, parts), data_definition=dd)
    run = Report([EmbeddingsDrift(embeddings_name="taste", drift_method=ModelDriftMethod())]).run(ds(cur), ds(ref), timestamp=when)
    run.save_json(f"{out}/evidently-{tag}-embeddings-2024-05-06.json")
    sys.exit()
from evidently import ColumnMapping
from evidently.metric_preset import DataDriftPreset
from evidently.metrics import ColumnDriftMetric, DatasetSummaryMetric, EmbeddingsDriftMetric
from evidently.report import Report
from evidently.test_suite import TestSuite
from evidently.tests import TestColumnDrift, TestNumberOfDriftedColumns, TestShareOfDriftedColumns
columns = ("alcohol", "ash", "hue")
def run(kind, items, columns=columns, **mapping):
    made = kind(items, timestamp=when)
    made.run(reference_data=pick(ref, columns), current_data=pick(cur, columns), column_mapping=ColumnMapping(**mapping))
    return made
preset = [DataDriftPreset(per_column_stattest={"hue": "anderson"}, per_column_stattest_threshold={"hue": 0.4})]
json.dump(run(Report, preset).as_dict(), open(f"{out}/evidently-{tag}-as-dict.json", "w"), default=float)
run(Report, [ColumnDriftMetric("hue", stattest="psi"), DataDriftPreset(), DatasetSummaryMetric()], ("alcohol", "hue")).save(f"{out}/evidently-{tag}-workspace.json")
run(TestSuite, [TestNumberOfDriftedColumns(lt=2, stattest_threshold=0.9), TestShareOfDriftedColumns(lt=0.9, stattest_threshold=0.9), TestColumnDrift("hue", stattest="psi", stattest_threshold=0.01)]).save_json(f"{out}/evidently-{tag}-shares-test-suite.json")
run(Report, [EmbeddingsDriftMetric("taste")], parts, embeddings={"taste": list(parts)}).save_json(f"{out}/evidently-{tag}-embeddings.json")
