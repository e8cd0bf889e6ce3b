"""What the analyser says of a scenario: one sentence for each finding, and its reasons."""

ENGLISH = {
    # what play never reaches
    "finding.dead-end": "play can come to '{decision}' with no option open",
    "finding.unreachable-decision": "no playthrough comes to decision point '{name}'",
    "finding.unreachable-ending": "no playthrough comes to ending '{name}'",
    "finding.option-never-offered": "option '{option}' of '{decision}' is never offered",
    "finding.outcome-never-drawn": "outcome '{option}' of '{decision}' is never drawn: its weight is zero wherever it could be",
    "finding.because-condition-never-true": "'{condition}' is never true at '{decision}'",
    "finding.because-nearest-miss": "'{condition}' is never true at '{decision}'; the playthrough shown comes nearest, and misses only '{missing}'",
    "finding.because-next-never-true": "'{condition}' is never true after option '{option}' of '{decision}'",
    "finding.because-other-next-first": "after option '{option}' of '{decision}' an earlier next always holds",
    "finding.because-never-drawn": "outcome '{option}' of '{decision}' is never drawn",
    "finding.because-upstream": "what leads there, '{decision}', is never reached itself",
    "finding.needs-other-seat": "'{name}' comes up only with a person at a desk that is not playable",
    # options side by side
    "finding.decision-changes-nothing": "nothing chosen at '{decision}' changes how likely any ending is",
    "finding.option-changes-nothing": "options '{option}' and '{other}' of '{decision}' lead to the same endings, equally likely, wherever both are open",
    "finding.option-dominated": "for what {side} itself wants, option '{option}' of '{decision}' is never better than '{other}' and sometimes worse",
    "finding.incident-decides": "the incident '{decision}' alone decides the ending: each outcome has one, whatever is chosen before or after it",
    "finding.weights-all-zero": "at '{decision}' all open weights can be zero; then every option is equally likely",
    # what is written and does nothing
    "finding.condition-always-true": "'{condition}' is true whenever it is asked at '{at}'",
    "finding.condition-always-false": "'{condition}' is never true when it is asked at '{at}'",
    "finding.step-never-reached": "the meter '{meter}' never stands at '{step}'",
    "finding.effect-never-moves": "the effect of option '{option}' on the meter '{meter}' never changes it: it already stands there",
    "finding.flag-never-read": "the flag '{flag}' is set, but no condition reads it",
    "finding.flag-never-set": "conditions read the flag '{flag}', but nothing sets it",
    "finding.flag-unused": "nothing sets or reads the flag '{flag}'",
    "finding.flag-value-never-set": "the flag '{flag}' is never given the value '{value}'",
    "finding.meter-never-moves": "no effect moves the meter '{meter}'",
    "finding.decisions-not-connected": "'{second}' always follows '{first}', and nothing chosen at '{first}' makes a difference there",
    # the record and the endings
    "finding.record-outcome-zero": "the record line has probability zero: its outcome '{option}' of '{decision}' has no weight",
    "finding.record-choice-zero": "a side without a player never takes the historical choice '{option}' of '{decision}': it has no weight",
    "finding.ending-rare": "ending '{name}' is met in at most {percent} % of playthroughs, under every way of playing",
    # limits of the analyser
    "finding.exploring-thinned": "unfinished: too many states; probabilities are estimated from {states} states at a time and may be off by {error} (95 %)",
    "finding.exploring-stopped": "unfinished: exploring was stopped after {states} states; what is said here is what was found so far",
    "finding.reach-unknown": "unfinished: whether a playthrough comes to '{name}' is not known",
    "finding.not-all-checked": "unfinished: with at most {cap} states a layer, not every text, value and meter step could be checked",
    "finding.checking-stopped": "unfinished: the search for findings was stopped",
}
