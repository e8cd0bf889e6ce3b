"""The only room that opens files: scenarios, assets, saves, settings, and texts named by hand.

Plain values go in and come out; what they mean is for whoever asked. Every refusal of a disk is a
StoreError with a sentence, and whatever is written replaces what was there whole or not at all.
"""

from game.store.errors import SaveDamaged, SaveMissing, SaveTooNew, ScenarioMissing, StoreError
from game.store.fonts import font_file
from game.store.met import Met, read_met, write_met
from game.store.pictures import picture_path, read_picture, write_picture
from game.store.places import asset, author_folder, home, reports_folder, saves_folder, scenario_folders
from game.store.saves import (
    SaveSlot,
    autosave_path,
    backup_path,
    delete_save,
    find_save,
    read_save,
    recover,
    save_path,
    saves,
    write_save,
)
from game.store.scenarios import find_scenario, read_scenario_files, scenario_paths, scenarios_in, text_files
from game.store.settings import SettingsRead, read_settings, settings_path, write_settings
from game.store.templates import template_files, write_new
from game.store.texts import read_text, write_report, write_text
from game.store.watching import POLL_SECONDS, Watch

__all__ = [
    "POLL_SECONDS",
    "Met",
    "SaveDamaged",
    "SaveMissing",
    "SaveSlot",
    "SaveTooNew",
    "ScenarioMissing",
    "SettingsRead",
    "StoreError",
    "Watch",
    "asset",
    "author_folder",
    "autosave_path",
    "backup_path",
    "delete_save",
    "find_save",
    "find_scenario",
    "font_file",
    "home",
    "picture_path",
    "read_met",
    "read_picture",
    "read_save",
    "read_scenario_files",
    "read_settings",
    "read_text",
    "recover",
    "reports_folder",
    "save_path",
    "saves",
    "saves_folder",
    "scenario_folders",
    "scenario_paths",
    "scenarios_in",
    "settings_path",
    "template_files",
    "text_files",
    "write_met",
    "write_new",
    "write_picture",
    "write_report",
    "write_save",
    "write_settings",
    "write_text",
]
