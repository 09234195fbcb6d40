"""Runs two evaluations of openai/evals without a network: python openai_evals.py <folder>"""
import json, os, pathlib, subprocess, sys

out = pathlib.Path(sys.argv[1]).absolute()
work = out / "openai-evals-registry"
(work / "evals").mkdir(parents=True, exist_ok=True)
(work / "completion_fns").mkdir(exist_ok=True)
(work / "data").mkdir(exist_ok=True)
asked = [{"input": f"Say {n}", "ideal": str(n)} for n in range(40)]
(work / "data" / "counting.jsonl").write_text("\n".join(map(json.dumps, asked)))
(work / "evals" / "counting.yaml").write_text(f"""
counting:
  id: counting.test.v1
  metrics: [accuracy]
counting.test.v1:
  class: evals.elsuite.basic.match:Match
  args: {{samples_jsonl: {work}/data/counting.jsonl}}
polite:
  id: polite.test.v2
  metrics: [score]
polite.test.v2:
  class: evals.elsuite.modelgraded.classify:ModelBasedClassify
  args:
    samples_jsonl: {work}/data/counting.jsonl
    eval_type: classify
    modelgraded_spec: fact
""")
(work / "completion_fns" / "house.yaml").write_text("""
house/help-desk:
  class: house:HelpDesk
house/judge:
  class: house:Judge
""")
(out / "house.py").write_text('''
class Said:
    def __init__(self, text): self.text = text
    def get_completions(self): return [self.text]
class HelpDesk:
    def __init__(self, **_): pass
    def __call__(self, prompt, **_):
        asked = prompt if isinstance(prompt, str) else prompt[-1]["content"]
        number = asked.split()[-1]
        return Said("none" if number.endswith("7") else number)
class Judge:
    def __init__(self, **_): pass
    def __call__(self, prompt, **_):
        asked = prompt if isinstance(prompt, str) else prompt[-1]["content"]
        return Said("D" if "none" in asked else "C")
''')
env = dict(os.environ, PYTHONPATH=str(out), OPENAI_API_KEY="none", EVALS_SEQUENTIAL="1")
for name, fns in (("counting", "house/help-desk"), ("polite", "house/help-desk,house/judge")):
    subprocess.run(["oaieval", fns, name, "--registry_path", str(work), "--record_path", str(out / f"openai-evals-3.0.1-{name}.jsonl")], check=True, env=env)
