"""What the rules say when a choice, a side or a transcript does not fit."""

ENGLISH = {
    "play.not-offered": "'{option}' is not offered at '{at}'; open there: {open}",
    "play.no-such-turn": "there is no turn {turn}: this playthrough has {count}",
    "play.no-such-side": "this scenario has no side '{side}'; its sides: {known}",
    "play.no-such-cut": "this scenario has no cut '{name}'; its cuts: {known}",
    "play.no-such-cut-at-all": "this scenario has no cuts, so there is no '{name}'; it is played whole",
    "play.no-such-interpretation": "this scenario has no interpretation '{name}'; its interpretations: {known}",
    "play.no-such-interpretation-at-all": "this scenario has no interpretations, so there is no '{name}'",
    "play.ids-left-over": "the playthrough has ended, but {count} more choices are named (the next: {ids})",
    "play.ids-missing": "the choices named end at '{at}', before an ending; open there: {open}",
    "play.no-such-road": "there is no road {number} to take up again; {count} were left",
}
