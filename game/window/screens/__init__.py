"""Every screen: what it shows as a frozen value, and the layout that turns it into widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.window import title
from game.window.frame import Frame
from game.window.screens import (
    after,
    card,
    charts,
    checks,
    comparison,
    deciding,
    desk,
    endings,
    file,
    front,
    help,
    hours,
    ledger,
    log,
    odds,
    rails,
    reference,
    report,
    roads,
    saves,
    settings,
    table,
    wall,
)
from game.window.widgets import Widgets

Screen = (
    title.Title
    | front.Choose
    | desk.Briefing
    | desk.Desk
    | file.Paper
    | file.File
    | table.Advisers
    | table.Scales
    | deciding.Decision
    | deciding.Seal
    | after.Consequence
    | after.Handover
    | after.Ending
    | comparison.Compared
    | rails.Rails
    | rails.OneStep
    | ledger.LedgerSheet
    | hours.OtherDesks
    | charts.ChartSheets
    | odds.OddsSheet
    | report.Report
    | checks.Checks
    | checks.Weighing
    | checks.Answered
    | card.ModelCard
    | log.Log
    | log.Rollback
    | roads.TwoRoads
    | endings.Endings
    | wall.Wall
    | saves.Saves
    | saves.Delete
    | reference.Glossary
    | reference.Sources
    | help.Help
    | settings.SettingsSheet
    | settings.Rebind
    | help.Leave
)

_LAYOUTS: Mapping[type, Callable[[Any, Frame], Widgets]] = {
    title.Title: title.layout_title,
    front.Choose: front.layout_choose,
    desk.Briefing: desk.layout_briefing,
    desk.Desk: desk.layout_desk,
    file.Paper: file.layout_paper,
    file.File: file.layout_file,
    table.Advisers: table.layout_advisers,
    table.Scales: table.layout_scales,
    deciding.Decision: deciding.layout_decision,
    deciding.Seal: deciding.layout_seal,
    after.Consequence: after.layout_consequence,
    after.Handover: after.layout_handover,
    after.Ending: after.layout_ending,
    comparison.Compared: comparison.layout_comparison,
    rails.Rails: rails.layout_rails,
    rails.OneStep: rails.layout_step,
    ledger.LedgerSheet: ledger.layout_ledger,
    hours.OtherDesks: hours.layout_hours,
    charts.ChartSheets: charts.layout_charts,
    odds.OddsSheet: odds.layout_odds,
    report.Report: report.layout_report,
    checks.Checks: checks.layout_checks,
    checks.Weighing: checks.layout_weighing,
    checks.Answered: checks.layout_answered,
    card.ModelCard: card.layout_card,
    log.Log: log.layout_log,
    log.Rollback: log.layout_rollback,
    roads.TwoRoads: roads.layout_roads,
    endings.Endings: endings.layout_endings,
    wall.Wall: wall.layout_wall,
    saves.Saves: saves.layout_saves,
    saves.Delete: saves.layout_delete,
    reference.Glossary: reference.layout_glossary,
    reference.Sources: reference.layout_sources,
    help.Help: help.layout_help,
    settings.SettingsSheet: settings.layout_settings,
    settings.Rebind: settings.layout_rebind,
    help.Leave: help.layout_leave,
}


def is_silent(screen: Screen) -> bool:
    """Claim that nothing may sound here: the page that tells of war."""
    return isinstance(screen, after.Ending) and screen.ending.is_war


def layout(screen: Screen, frame: Frame) -> Widgets:
    """Give the widgets of `screen` in `frame`, in reading order. Pure: no display is needed."""
    return _LAYOUTS[type(screen)](screen, frame)
