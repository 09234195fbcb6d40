"""Fills a registry through MLflow's own client: `build_registry.py URI few|many MODELS VERSIONS|change|runs|remove|trace|old|late`.

`fill MODELS VERSIONS FILE` makes what `many` makes and the run of each live version, in the tables of its server: thousands of calls would take minutes.
"""

import sqlite3
import sys

from mlflow import MlflowClient

uri, what = sys.argv[1], sys.argv[2]
client = MlflowClient(tracking_uri=uri, registry_uri=uri)


def model(name, description="", **tags):
    client.create_registered_model(name, tags={key.replace("__", "."): value for key, value in tags.items()}, description=description)


def version(name, run=None, **tags):
    return client.create_model_version(name, f"s3://invented/{name.replace(' ', '-')}", run_id=run, tags=tags).version


def run_with(**metrics):
    run = client.create_run("0")
    for key, value in metrics.items():
        client.log_metric(run.info.run_id, key, value)
    client.set_terminated(run.info.run_id)
    return run.info.run_id


def few():
    model("Claims triage", "Sorts incoming claims by urgency", owner="Ana Petrov", tier="2", domain="claims")
    version("Claims triage")
    run = run_with(auc=0.871, accuracy=0.8125, nothing=float("nan"), endless=float("inf"))
    for step, value in ((0, 0.5), (2, 0.25), (1, 0.3)):
        client.log_metric(run, "loss", value, step=step)
    version("Claims triage", run)
    version("Claims triage", validation="passed")
    client.set_registered_model_alias("Claims triage", "champion", "2")
    client.set_registered_model_alias("Claims triage", "challenger", "3")
    model("Mail routing", "Sends a mail to the desk that answers it", owner="Jo Weber")
    version("Mail routing")
    version("Mail routing")
    client.transition_model_version_stage("Mail routing", "1", "Production")
    client.transition_model_version_stage("Mail routing", "2", "Staging")
    model("Storm surge, coast", "Expected claims after a storm, “per region”, =1+1")
    version("Storm surge, coast")
    model("Never trained")
    model("Retired scorer", owner="Ana Petrov")
    version("Retired scorer")
    client.transition_model_version_stage("Retired scorer", "1", "Archived")
    if hasattr(client, "register_prompt"):
        client.register_prompt("letter-summary", "Summarise {{ letter }}")


def many(models, versions):
    each = versions // models
    for at in range(models):
        name = f"Model {at:05d}"
        model(name, f"Invented model {at}", owner=f"Owner {at % 40}", tier=str(at % 3 + 1))
        for number in range(each):
            version(name)
        client.set_registered_model_alias(name, "champion", str(each))


def change():
    """Ten changes of what `many` made; needs at least ten models of five versions."""
    for at in range(3):
        version(f"Model {at:05d}")
    for at in range(3, 6):
        client.set_registered_model_alias(f"Model {at:05d}", "champion", "2")
    for at in range(6, 8):
        client.update_registered_model(f"Model {at:05d}", f"Changed purpose {at}")
    client.set_registered_model_tag("Model 00008", "owner", "Somebody new")
    model("Model new", "Came between")


def runs():
    """Models of which every version has a run: all of them can be exported."""
    model("Churn, retail", "Who may leave", owner="Jo Weber", tier="1")
    for at in range(3):
        version("Churn, retail", run_with(auc=0.8 + at / 100), candidate=str(at))
    client.set_registered_model_alias("Churn, retail", "champion", "2")
    client.set_registered_model_alias("Churn, retail", "challenger", "3")
    model("Fraud “cards”, 2", "With\nmore lines\n\nand: a colon, 'quotes' and #", owner="yes", tier="null")
    version("Fraud “cards”, 2", run_with(auc=0.9))
    client.transition_model_version_stage("Fraud “cards”, 2", "1", "Production")


def fill(models, versions, path):
    each = versions // models
    now = 1796000000000
    with sqlite3.connect(path, timeout=60) as db:
        def insert(table, **cells):
            names = ", ".join(f'"{name}"' for name in cells)
            db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(cells))})", list(cells.values()))

        for at in range(models):
            name = f"Model {at:05d}"
            times = {"creation_time": now + at, "last_updated_time": now + at + each}
            insert("registered_models", name=name, description=f"Invented model {at}", **times)
            insert("registered_model_tags", key="owner", value=f"Owner {at % 40}", name=name)
            insert("registered_model_tags", key="tier", value=str(at % 3 + 1), name=name)
            run = f"{at:032x}"
            ran = {"user_id": "bench", "name": "run", "status": "FINISHED", "lifecycle_stage": "active"}
            ran |= {"start_time": now, "end_time": now + at}
            insert("runs", run_uuid=run, experiment_id=0, artifact_uri="s3://invented", **ran)
            for key in ("auc", "accuracy", "loss"):
                last = {"value": at / models, "timestamp": now + at, "step": 1, "is_nan": 0}
                insert("latest_metrics", key=key, run_uuid=run, **last)
            for number in range(1, each + 1):
                made = {"creation_time": now + at + number, "last_updated_time": now + at + number}
                place = {"source": "s3://invented", "status": "READY", "current_stage": "None"}
                place["run_id"] = run if number == each else ""
                insert("model_versions", name=name, version=number, **made, **place)
            insert("registered_model_aliases", alias="champion", version=each, name=name)


def trace():
    """Two traced applications, of which one is called as a model of `few`: three days with figures, and today."""
    import time

    import mlflow
    from mlflow.entities import AssessmentSource

    mlflow.set_tracking_uri(uri)
    client.create_experiment("Not traced")
    day, midnight = 86_400 * 10**9, time.time_ns() // (86_400 * 10**9) * (86_400 * 10**9)
    for name, days in (("Claims triage", (3, 2, 0)), ("Mail assistant", (1,))):
        experiment = client.create_experiment(name)
        for back in days:
            for at in range(3):
                start = midnight - back * day + at * 10**9
                span = mlflow.start_span_no_context("answer", experiment_id=experiment, start_time_ns=start)
                call = mlflow.start_span_no_context("call", span_type="LLM", parent_span=span, start_time_ns=start)
                cost = {"input_cost": 0.25, "output_cost": 0.5, "total_cost": 0.75}
                named = [{"mlflow.llm.provider": "acme", "mlflow.llm.model": "small-1"}, {"mlflow.llm.model": "small-1"}, {}][at]
                call.set_attributes({**named, "mlflow.llm.cost": cost})
                call.end(end_time_ns=start + 10**8)
                span.end(status="ERROR" if at == 2 else "OK", end_time_ns=start + (at + 1) * 10**8)
                mlflow.flush_trace_async_logging()
                judge = AssessmentSource(source_type="LLM_JUDGE", source_id="judge-1")
                mlflow.log_feedback(trace_id=span.trace_id, name="helpful", value=0.5 + at / 4, source=judge)
                mlflow.log_feedback(trace_id=span.trace_id, name="tone", value="friendly", source=judge)


def old():
    """A trace of a hundred days ago, brought in now."""
    import time

    import mlflow

    mlflow.set_tracking_uri(uri)
    day = 86_400 * 10**9
    start = time.time_ns() // day * day - 100 * day
    experiment = client.get_experiment_by_name("Claims triage").experiment_id
    span = mlflow.start_span_no_context("answer", experiment_id=experiment, start_time_ns=start)
    span.end(end_time_ns=start + 10**8)
    mlflow.flush_trace_async_logging()


def late():
    """Somebody says of that trace, only now, what it was worth."""
    import mlflow

    mlflow.set_tracking_uri(uri)
    experiment = client.get_experiment_by_name("Claims triage").experiment_id
    oldest = client.search_traces(locations=[experiment], order_by=["timestamp_ms ASC"], max_results=1)[0]
    mlflow.log_feedback(trace_id=oldest.info.trace_id, name="helpful", value=0.125)


def remove():
    """Of what `many` made a version that never went live, the live one of another model, and a model."""
    client.delete_model_version("Model 00010", "1")
    client.delete_registered_model_alias("Model 00011", "champion")
    client.delete_model_version("Model 00011", "5")
    client.delete_registered_model("Model 00012")


if what == "few":
    few()
elif what == "runs":
    runs()
elif what == "trace":
    trace()
elif what == "old":
    old()
elif what == "late":
    late()
elif what == "remove":
    remove()
elif what == "fill":
    fill(int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
elif what == "many":
    many(int(sys.argv[3]), int(sys.argv[4]))
else:
    change()
