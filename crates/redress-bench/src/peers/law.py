"""Answers cases of one rule of five limbs with OpenFisca-Core or zen-engine.

Used by redress-bench: `law.py WAY FILE`. Prints one JSON object: CPU seconds of the passage over all cases
(what comes before it, the rule and a warm-up, is left out), the bytes of JSON that came out, and one letter a case:
T yes, F no.

FILE holds the cases as redress gets them. Each is put into the peer's own, shorter form before the clock starts:
whether a consequence is grave and the months since a penalty are worked out for the peer. JSON text goes in, JSON text
comes out.
"""

import json
import sys
import time

WARM = 100
# A person who was never punished: more months than the rule asks about.
NEVER = 999


def months(day):
    return int(day[:4]) * 12 + int(day[5:7])


def flat(line):
    """The case as a peer would be given it: five facts, those that are missing left out; and the month of the act."""
    facts = {fact["fact"]: fact["value"] for fact in json.loads(line)["facts"]}
    case = {name: facts[name] for name in ("view_count", "repost_count") if name in facts}
    if "grave_consequence" in facts:
        case["grave_harm"] = facts["grave_consequence"] != "none"
    if "prior_defamation_admin_penalty" in facts:
        day = facts.get("prior_defamation_admin_penalty_date")
        case["months_since_penalty"] = months(facts["act_date"]) - months(day) if day else NEVER
    if "other_serious_circumstances" in facts:
        case["other_serious"] = facts["other_serious_circumstances"]
    return case, facts["act_date"][:7]


# Name, type, what a case without it is taken to have: the core wants a value for everything.
INPUTS = [
    ("view_count", int, 0),
    ("repost_count", int, 0),
    ("grave_harm", bool, False),
    ("months_since_penalty", int, NEVER),
    ("other_serious", bool, False),
]
LIMBS = {
    "limb_views": lambda case, month: case("view_count", month) >= 5000,
    "limb_reposts": lambda case, month: case("repost_count", month) >= 500,
    "limb_harm": lambda case, month: case("grave_harm", month),
    "limb_penalty": lambda case, month: case("months_since_penalty", month) <= 24,
    "limb_other": lambda case, month: case("other_serious", month),
}


def system():
    """The rule twice: with each limb as a variable, so that a trace tells which holds, and as one formula."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import MONTH
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    entity = build_entity(key="case", plural="cases", label="A case", is_person=True)
    system = TaxBenefitSystem([entity])

    def add(name, kind, default, formula=None):
        body = {"value_type": kind, "entity": entity, "definition_period": MONTH, "label": name}
        body |= {"default_value": default} | ({"formula": formula} if formula else {})
        system.add_variable(type(name, (Variable,), body))

    def serious(case, month):
        views, reposts, harm, penalty, other = (case(limb, month) for limb in LIMBS)
        return views | reposts | harm | penalty | other

    def in_one(case, month):
        return (
            (case("view_count", month) >= 5000)
            | (case("repost_count", month) >= 500)
            | case("grave_harm", month)
            | (case("months_since_penalty", month) <= 24)
            | case("other_serious", month)
        )

    for one in INPUTS:
        add(*one)
    for name, formula in LIMBS.items():
        add(name, bool, False, formula)
    add("serious", bool, False, serious)
    add("serious_in_one", bool, False, in_one)
    return system


def openfisca_web(cases):
    """As its own web interface answers `/trace`: the handler, with the JSON that the interface takes."""
    from openfisca_web_api import handlers

    rules = system()
    texts = [
        json.dumps({"cases": {"case": {**{k: {m: v} for k, v in case.items()}, "serious": {m: None}}}})
        for case, m in cases
    ]
    keys = [f"serious<{month}>" for _, month in cases]

    def one(at):
        answer = handlers.trace(rules, json.loads(texts[at]))
        return answer["trace"][keys[at]]["value"][0], json.dumps(answer)

    return one


def openfisca(variable, traced):
    """A new simulation for each case, by the shortest way through the core: no check of the input's form."""

    def begin(cases):
        from openfisca_core.simulations import SimulationBuilder

        rules = system()
        texts = [(json.dumps(case), month) for case, month in cases]

        def one(at):
            text, month = texts[at]
            simulation = SimulationBuilder().build_default_simulation(rules, 1)
            simulation.trace = traced
            for name, value in json.loads(text).items():
                simulation.set_input(name, month, value)
            value = bool(simulation.calculate(variable, month)[0])
            if not traced:
                return value, json.dumps({"value": value})
            return value, json.dumps({"value": value, "trace": simulation.tracer.get_serialized_flat_trace()})

        return one

    return begin


def openfisca_at_once(cases):
    """All cases as the columns of one simulation, the core's strength: values without an explanation."""
    import numpy
    from openfisca_core.simulations import SimulationBuilder

    rules = system()
    texts = [json.dumps(case) for case, _ in cases]

    def all_of(texts):
        rows = [json.loads(text) for text in texts]
        simulation = SimulationBuilder().build_default_simulation(rules, len(rows))
        for name, kind, default in INPUTS:
            simulation.set_input(name, "2026-01", numpy.array([row.get(name, default) for row in rows], dtype=kind))
        values = simulation.calculate("serious_in_one", "2026-01").tolist()
        return values, len(json.dumps(values))

    return all_of, texts


def table():
    """A decision table of five rows, every matching row collected."""
    wanted = [">= 5000", ">= 500", "true", "<= 24", "true"]
    names = [name for name, _, _ in INPUTS]
    rows = [
        {"_id": f"row-{at}", "limb": str(at + 1), **{name: wanted[at] if name == own else "" for name in names}}
        for at, own in enumerate(names)
    ]
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in names],
        "outputs": [{"id": "limb", "name": "limb", "field": "limb"}],
        "rules": rows,
    }
    place = {"x": 0, "y": 0}
    return {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "case", "position": place},
            {"id": "table", "type": "decisionTableNode", "name": "serious", "position": place, "content": content},
            {"id": "out", "type": "outputNode", "name": "answer", "position": place},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
        ],
    }


def zen_each(traced):
    """One evaluation for each case; the case goes in as text, the cheapest way for the binding."""

    def begin(cases):
        import zen

        decision = zen.ZenEngine().create_decision(json.dumps(table()))
        texts = [json.dumps(case) for case, _ in cases]
        options = {"trace": traced}

        def one(at):
            answer = decision.evaluate(texts[at], options)
            return answer["result"] != [], json.dumps(answer)

        return one

    return begin


def zen_at_once(cases):
    """All cases in one call of the binding, with traces."""
    import zen

    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"table": table()}}})
    texts = [json.dumps(case) for case, _ in cases]

    def all_of(texts):
        asked = [{"key": "table", "context": json.loads(text)} for text in texts]
        answers = engine.evaluate_batch(asked, {"trace": True})
        return [answer["data"]["result"] != [] for answer in answers], len(json.dumps(answers))

    return all_of, texts


EACH = {
    "openfisca-web": openfisca_web,
    "openfisca-limbs": openfisca("serious", True),
    "openfisca-formula": openfisca("serious_in_one", True),
    "openfisca-value": openfisca("serious_in_one", False),
    "zen-trace": zen_each(True),
    "zen-value": zen_each(False),
}
AT_ONCE = {"openfisca-at-once": openfisca_at_once, "zen-at-once": zen_at_once}


def main():
    way, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        cases = [flat(line) for line in file]
    if way in EACH:
        one = EACH[way](cases)
        for at in range(min(WARM, len(cases))):
            one(at)
        values, size = [], 0
        begun = time.process_time()
        for at in range(len(cases)):
            value, text = one(at)
            values.append(value)
            size += len(text)
        used = time.process_time() - begun
    else:
        all_of, texts = AT_ONCE[way](cases)
        all_of(texts[:WARM])
        begun = time.process_time()
        values, size = all_of(texts)
        used = time.process_time() - begun
    print(json.dumps({"cpu": used, "bytes": size, "answers": "".join("T" if value else "F" for value in values)}))


main()
