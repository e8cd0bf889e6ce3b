"""What the rules say when a choice, a side or a transcript does not fit."""

ENGLISH = {
    "play.not-offered": "'{option}' is not offered at '{at}'; open there: {open}",
    "play.no-such-turn": "there is no turn {turn}: this playthrough has {count}",
    "play.no-such-side": "this scenario has no side '{side}'; its sides: {known}",
    "play.ids-left-over": "the playthrough has ended, but {count} more choices are named (the next: {ids})",
    "play.ids-missing": "the choices named end at '{at}', before an ending; open there: {open}",
}
