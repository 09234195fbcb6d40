"""Writes NannyML's flat table (CSV) and the SQLite file of its database writer."""
import os, sys, warnings; warnings.filterwarnings("ignore")
import nannyml as nml
nml.disable_usage_logging()
from nannyml.io.db import DatabaseWriter
from frame import frame, reference
f = frame(sys.argv[1]); out = sys.argv[2]
for c in ("weathersit", "workingday"): f[c] = f[c].astype("category")
ref = reference(f)
cur = f[(f.time >= "2011-02-01") & (f.time < "2011-03-28")]
calc = nml.UnivariateDriftCalculator(
    column_names=["temp", "hum", "windspeed", "weathersit"], timestamp_column_name="time",
    treat_as_categorical=["weathersit"],
    continuous_methods=["kolmogorov_smirnov", "jensen_shannon", "wasserstein", "hellinger"],
    categorical_methods=["chi2", "jensen_shannon", "l_infinity"], chunk_period="W")
calc.fit(ref)
result = calc.calculate(cur)
result.to_df(multilevel=False).to_csv(f"{out}/nannyml-0.13.1-univariate.csv", index=False)
print(result.to_df(multilevel=False).columns.tolist())
print(result.to_df().to_csv(index=False)[:600])
path = f"{out}/nannyml-0.13.1.sqlite"
if os.path.exists(path): os.remove(path)
rec = nml.DataReconstructionDriftCalculator(column_names=["temp","hum","windspeed"], timestamp_column_name="time", chunk_period="W")
rec.fit(ref); rres = rec.calculate(cur)
rres.to_df(multilevel=False).to_csv(f"{out}/nannyml-0.13.1-reconstruction.csv", index=False)
mis = nml.MissingValuesCalculator(column_names=["temp","hum"], timestamp_column_name="time", chunk_period="W")
mis.fit(ref); mres = mis.calculate(cur)
mres.to_df(multilevel=False).to_csv(f"{out}/nannyml-0.13.1-missing.csv", index=False)
# by number of rows, without times
c2 = nml.UnivariateDriftCalculator(column_names=["temp"], continuous_methods=["jensen_shannon"], chunk_size=400)
c2.fit(ref); c2.calculate(cur).to_df(multilevel=False).to_csv(f"{out}/nannyml-0.13.1-no-times.csv", index=False)
w = DatabaseWriter(connection_string=f"sqlite:///{path}", model_name="Bike demand")
for r in (result, rres, mres):
    try: w.write(r)
    except Exception as e: print(type(r), repr(e)[:300])
# As a data frame saves itself without being asked for one level of headers.
rres.to_df().to_csv(f"{out}/nannyml-0.13.1-reconstruction-levels.csv")
result.filter(column_names=["temp"], methods=["jensen_shannon", "wasserstein"]).to_df().to_csv(f"{out}/nannyml-0.13.1-levels.csv", index=False)
