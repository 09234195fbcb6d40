import os, json
os.environ['DEEPEVAL_RESULTS_FOLDER']='results'
os.environ['DEEPEVAL_TELEMETRY_OPT_OUT']='YES'
from deepeval import evaluate
from deepeval.test_case import LLMTestCase, LLMTestCaseParams
from deepeval.metrics import BaseMetric, GEval
from deepeval.models.base_model import DeepEvalBaseLLM
class Fake(DeepEvalBaseLLM):
    def load_model(self): return self
    def generate(self, prompt, schema=None):
        r={"score":8 if 'right' in prompt else 2,"reason":"because"}
        if schema is not None:
            try: return schema(**r)
            except Exception: return schema(steps=["a","b"])
        return json.dumps(r)
    async def a_generate(self, prompt, schema=None): return self.generate(prompt,schema)
    def get_model_name(self): return "house-judge-2026-10"
class Exact(BaseMetric):
    def __init__(self): self.threshold=1.0
    def measure(self, tc):
        self.score=1.0 if tc.actual_output==tc.expected_output else 0.0
        self.success=self.score>=self.threshold; return self.score
    async def a_measure(self, tc, *a, **k): return self.measure(tc)
    def is_successful(self): return self.success
    @property
    def __name__(self): return "Exact match"
cases=[LLMTestCase(input=f"q{i}",actual_output="right" if i%4 else "wrong",expected_output="right") for i in range(12)]
g=GEval(name="Polite",evaluation_steps=["is it polite"],evaluation_params=[LLMTestCaseParams.ACTUAL_OUTPUT],model=Fake(),threshold=0.5)
evaluate(test_cases=cases,metrics=[Exact(),g],hyperparameters={"model":"openai:gpt-5","prompt":"v3"})
