"""The SQLite file that the SQL storage of Evidently's UI service keeps: four weeks of one project."""
import asyncio, datetime, os, sys, uuid
from sqlalchemy import create_engine
from evidently import DataDefinition, Dataset, Report
from evidently.metrics import RowCount
from evidently.presets import DataDriftPreset
from evidently.ui.service.base import Project, User
from evidently.ui.service.storage.sql.data import SQLDataStorage
from evidently.ui.service.storage.sql.metadata import SQLProjectMetadataStorage
from evidently.ui.service.storage.sql.models import Base
from frame import CAT, NUM, frame, reference, week

f, out, tag = frame(sys.argv[1]), sys.argv[2], sys.argv[3]
dd = DataDefinition(numerical_columns=NUM, categorical_columns=CAT)
ds = lambda d: Dataset.from_pandas(d[NUM + CAT].reset_index(drop=True), data_definition=dd)
path = f"{out}/evidently-{tag}.sqlite"
if os.path.exists(path): os.remove(path)
engine = create_engine(f"sqlite:///{path}")
# create_all would make one index twice, which SQLite refuses: the tables that we need.
Base.metadata.create_all(engine, tables=[Base.metadata.tables[n] for n in ("users", "projects", "snapshots", "metrics", "points")])

async def main():
    meta, data = SQLProjectMetadataStorage(engine), SQLDataStorage(engine)
    user = User(id=uuid.UUID(int=1), name="us")
    project = await meta.add_project(Project(id=uuid.UUID(int=2), name="Bike demand", dashboard={"name": "", "panels": []}), user)
    for start in ("2011-02-07", "2011-02-14", "2011-02-21", "2011-02-28"):
        end = datetime.datetime.fromisoformat(start) + datetime.timedelta(days=7)
        snap = Report([DataDriftPreset(per_column_method={"hum": "psi"}), RowCount()]).run(ds(week(f, start)), ds(reference(f)), timestamp=end)
        model = snap.to_snapshot_model()
        sid = await meta.add_snapshot(project.id, model)
        await data.add_snapshot_points(project.id, sid, model)
asyncio.run(main())
