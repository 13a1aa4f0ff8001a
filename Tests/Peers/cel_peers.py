#!/usr/bin/env python3
"""Rules beside other engines: evaluations a second, and how many times as many ours makes.

    python3 Tests/Peers/cel_peers.py [PRIMUM_BENCH]

PRIMUM_BENCH is the built program, .build/release/primum-bench otherwise. The engines are Python packages, and those that are
not installed are said to be missing: cel-expr-python 0.1.3 (the C++ runtime) and common-expression-language 0.10.0 (Rust).
Each evaluates the rules that `primum-bench cel` names over the facts that it prints, with the facts in the engine's own form
before the clock starts, by one thread, in processor time, the best of several runs in turn. Ends with 1 when an engine is
there and ours is not at least three times as fast on each rule, or compiling rule c takes 60 microseconds or more.
"""

import importlib.metadata
import json
import subprocess
import sys
import time

GOAL = 3.0
COMPILE_GOAL = 60.0
ROUNDS = 5


def cpp(facts):
    """The C++ runtime: a function from an expression to one evaluation, and one that compiles."""
    from cel_expr_python import cel

    environment = cel.NewEnv(variables={name: cel.Type.DYN for name in facts})
    activation = environment.Activation(facts)

    def program(expression):
        compiled = environment.compile(expression)
        return lambda: compiled.eval(activation).value()

    return program, environment.compile


def rust(facts):
    """The Rust interpreter, likewise."""
    import cel

    context = cel.Context(variables=facts)

    def program(expression):
        compiled = cel.compile(expression)
        return lambda: compiled.execute(context)

    return program, cel.compile


PEERS = [("cel-expr-python", "0.1.3", cpp), ("common-expression-language", "0.10.0", rust)]


def per_second(work):
    """How often work is done in a second, in batches that last at least a tenth of one."""
    count = 4
    while True:
        start = time.process_time()
        for _ in range(count):
            work()
        spent = time.process_time() - start
        if spent >= 0.1:
            return count / spent
        count *= 4


def installed():
    """The peers that can be measured; the others are named."""
    found = []
    for package, version, engine in PEERS:
        try:
            there = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            print(f"missing: {package} {version} (pip install {package}=={version})")
            continue
        if there != version:
            print(f"{package} is {there}, not {version}")
        found.append((package, engine))
    return found


def measured(peers, ours):
    """Evaluations a second and microseconds of compiling rule c, by package."""
    rules, facts = ours["rules"], ours["facts"]
    speeds, compiles = {}, {}
    engines = [(package, *engine(facts)) for package, engine in peers]
    for _ in range(ROUNDS):
        for package, program, compile_rule in engines:
            for name, rule in rules.items():
                evaluate = program(rule["expression"])
                if evaluate() != rule["answer"]:
                    sys.exit(f"{package} answers rule {name} with {evaluate()}, not {rule['answer']}")
                key = (package, name)
                speeds[key] = max(speeds.get(key, 0), per_second(evaluate))
            spent = 1e6 / per_second(lambda: compile_rule(rules["c"]["expression"]))
            compiles[package] = min(compiles.get(package, spent), spent)
    return speeds, compiles


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/primum-bench"
    ours = json.loads(subprocess.run([program, "cel"], check=True, capture_output=True, text=True).stdout)
    peers = installed()
    speeds, compiles = measured(peers, ours)
    reached = True
    for name, rule in ours["rules"].items():
        print(f"{name}  {rule['expression']}")
        print(f"   {'primum':28} {rule['per_second']:12,.0f} a second")
        for package, _ in peers:
            ratio = rule["per_second"] / speeds[package, name]
            reached &= ratio >= GOAL
            print(f"   {package:28} {speeds[package, name]:12,.0f} a second, ours is {ratio:.1f} times as fast")
    print(f"compiling c: {ours['compile_microseconds']:.1f} µs" + "".join(f", {package} {compiles[package]:.1f} µs" for package, _ in peers))
    reached &= ours["compile_microseconds"] < COMPILE_GOAL
    print("goals reached" if reached else f"goals missed: {GOAL:.0f} times as fast on each rule, compiled in under {COMPILE_GOAL:.0f} µs")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
