"""Writes what whylogs itself says about drift between two profiles: summary drift report and per-column scores as JSON."""
import json, sys, warnings; warnings.filterwarnings("ignore")
import whylogs as why
from whylogs.viz.drift.column_drift_algorithms import calculate_drift_scores, KS, Hellinger, ChiSquare
from frame import CAT, NUM, frame, reference, week
f = frame(sys.argv[1]); out = sys.argv[2]
for c in CAT: f[c] = f[c].astype(str)
pick = lambda d: d[NUM + CAT]
ref = why.log(pick(reference(f))).view()
scores = calculate_drift_scores(target_view=why.log(pick(week(f, "2011-02-07"))).view(), reference_view=ref, with_thresholds=True)
json.dump(scores, open(f"{out}/whylogs-1.6.4-scores.json","w"), default=str)
h = calculate_drift_scores(target_view=why.log(pick(week(f, "2011-02-07"))).view(), reference_view=ref, with_thresholds=True, drift_map={c: Hellinger() for c in NUM+CAT})
json.dump(h, open(f"{out}/whylogs-1.6.4-hellinger.json","w"), default=str)
print(json.dumps(scores, default=str)[:2500])
print(json.dumps(h, default=str)[:800])
from whylogs.viz import NotebookProfileVisualizer
v = NotebookProfileVisualizer(); v.set_profiles(target_profile_view=why.log(pick(week(f, "2011-02-07"))).view(), reference_profile_view=ref)
r = v.summary_drift_report()
print(len(r.data))
