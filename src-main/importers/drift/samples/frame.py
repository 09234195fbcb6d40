"""January 2011 is the reference, later weeks are the current data (UCI Bike Sharing, CC BY 4.0)."""
import pandas as pd

def frame(path):
    f = pd.read_csv(path)
    f["time"] = pd.to_datetime(f["dteday"], format="%m/%d/%y") + pd.to_timedelta(f["hr"], unit="h")
    return f

NUM = ["temp", "hum", "windspeed", "cnt"]
CAT = ["weathersit", "workingday"]

def reference(f):
    return f[f.time < "2011-02-01"]

def week(f, start):
    start = pd.Timestamp(start)
    return f[(f.time >= start) & (f.time < start + pd.Timedelta(days=7))]
