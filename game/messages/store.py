"""Sentences about files: what a disk refused, what is damaged, what is kept, what to do next."""

ENGLISH = {
    # reading and writing; {code} is the system's own name of the fault
    "store.cannot-read.full": "{path} cannot be read: the disk is full ({code}).",
    "store.cannot-read.denied": "{path} cannot be read: this account may not read it ({code}).",
    "store.cannot-read.broken": "{path} cannot be read: the disk reports a fault ({code}).",
    "store.cannot-read.missing": "There is no file {path}.",
    "store.cannot-read.other": "{path} cannot be read ({code}).",
    "store.cannot-write.full": (
        "{path} is not written: the disk is full ({code}). What was there before is not lost. "
        "Free some room, or set WATERSHED_HOME to a folder on another disk."
    ),
    "store.cannot-write.denied": (
        "{path} is not written: this account may not write there ({code}). "
        "Set WATERSHED_HOME to a folder where it may."
    ),
    "store.cannot-write.broken": (
        "{path} is not safely written: the disk reports a fault ({code}). What was there before is not lost. "
        "Set WATERSHED_HOME to a folder on another disk."
    ),
    "store.cannot-write.missing": "{path} is not written: its folder is gone.",
    "store.cannot-write.other": "{path} is not written ({code}). What was there before is not lost.",
    "store.cannot-delete.full": "{path} is not deleted: the disk is full ({code}).",
    "store.cannot-delete.denied": "{path} is not deleted: this account may not delete there ({code}).",
    "store.cannot-delete.broken": "{path} is not deleted: the disk reports a fault ({code}).",
    "store.cannot-delete.missing": "{path} is not deleted: it is gone already.",
    "store.cannot-delete.other": "{path} is not deleted ({code}).",
    "store.already-there": "{path} is there already; nothing is written.",
    # saves
    "store.save-missing": "There is no save {path}.",
    "store.save-unknown": "There is no save {name}, and nothing lies at that path; 'watershed saves' lists them.",
    "store.save-too-new": (
        "{path} was saved by a newer version of Watershed (save format {format}; this one reads {known}). "
        "It is kept as it is. Install the newer version to go on with it."
    ),
    "store.save-damaged.no-header": (
        "{path} is not a save of Watershed, or its beginning is damaged. It is kept as it is."
    ),
    "store.save-damaged.cut": "{path} is damaged: its end is missing. It is kept as it is.",
    "store.save-damaged.changed": "{path} is damaged: it does not hold what was saved. It is kept as it is.",
    "store.save-damaged.too-large": "{path} is too large for a save. It is kept as it is.",
    "store.backup-offer": "The save before it is whole: {backup}",
    # settings
    "store.settings-kept-aside": (
        "The settings could not be read and are kept as {path}. The game starts with its own."
    ),
    # scenarios, assets and other files
    "store.scenario-missing": "There is no scenario {name}, and nothing lies at that path. Known: {known}.",
    "store.scenario-missing-near": (
        "There is no scenario {name}, and nothing lies at that path. Did you mean {nearest}?"
    ),
    "store.scenario-missing-path": "There is no scenario at {path}.",
    "store.scenario-empty": "{path} holds no file that ends in .yaml.",
    "store.scenario-too-large": "{path}: the files of this scenario are together longer than {limit} bytes.",
    "store.too-many-files": "{path} holds more than {limit} files of a kind.",
    "store.leads-out": (
        "{path} is a link that leads out of {folder}. A scenario reads only files of its own folder."
    ),
    "store.text-too-large": "{path} is longer than {limit} bytes.",
    "store.not-utf8": "{path} is not UTF-8 text: byte {position} is no part of a letter.",
    "store.font-damaged": "The font {path} is damaged. Installing Watershed again brings it back.",
    "store.asset-missing": (
        "The file {name} is missing in {folder}. Installing Watershed again brings it back."
    ),
}
