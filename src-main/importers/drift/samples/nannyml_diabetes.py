"""NannyML on other data (scikit-learn's diabetes, a row every half hour): a domain classifier, and a table for Excel in German."""
import sys, warnings; warnings.filterwarnings("ignore")
import nannyml as nml, pandas as pd
from sklearn.datasets import load_diabetes
nml.disable_usage_logging()
out, tag = sys.argv[1], sys.argv[2]
f = load_diabetes(as_frame=True).frame.sort_values("age", ignore_index=True).rename(columns={"s5": "Größe, log"})
f["time"] = pd.date_range("2024-05-06", periods=len(f), freq="30min")
ref, cur = f[f.time < "2024-05-11"], f[f.time >= "2024-05-11"].reset_index(drop=True)
columns = ["bmi", "bp", "Größe, log"]
def table(calc):
    calc.fit(ref)
    return calc.calculate(cur).to_df(multilevel=False)
how = {"timestamp_column_name": "time", "chunk_period": "D"}
table(nml.DomainClassifierCalculator(feature_column_names=columns[:2], **how)).to_csv(f"{out}/nannyml-{tag}-domain.csv", index=False)
uni = table(nml.UnivariateDriftCalculator(column_names=columns, continuous_methods=["jensen_shannon"], **how))
uni.to_csv(f"{out}/nannyml-{tag}-univariate.csv", index=False)
uni.to_csv(f"{out}/nannyml-{tag}-decimal-comma.csv", index=False, sep=";", decimal=",")
uni.to_excel(f"{out}/nannyml-{tag}-univariate.xlsx", index=False)
