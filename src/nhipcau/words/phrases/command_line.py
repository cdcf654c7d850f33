"""Nothing comes in; what the command line says goes out: steps that are done, and why a command stopped."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

COMMAND_LINE: Final[dict[str, Phrase]] = {
    # what reading and importing say
    "cli.reading": phrase("Reading"),
    "cli.read-no-agreement": phrase("No agreement was found in this text."),
    "cli.read-whole-document": phrase("Whole document"),
    "cli.some-refused": phrase("{refused} of {files} files could not be read; the others were."),
    "cli.imported-new": phrase("received, draft to confirm"),
    "cli.imported-known": phrase("already known, not stored again"),
    "cli.imported": phrase("Files: {files}. New: {new}. Already known: {known}."),
    # words of trade
    "cli.training": phrase("Training"),
    "cli.trained": phrase("Space written to {file} (lines given: {lines}, features: {features})."),
    # register
    "cli.listed": phrase("{shown} of {total}"),
    "cli.exported": phrase("Register written to {file} (agreements: {agreements})."),
    # setup
    "cli.setup-folder": phrase("Data folder: {what} ({seconds} s)"),
    "cli.setup-migrated": phrase("Database prepared: {what} ({seconds} s)"),
    "cli.setup-database": phrase("Database up to date: {what} ({seconds} s)"),
    "cli.setup-words": phrase("Translations: {what} ({seconds} s)"),
    "cli.setup-static": phrase("Static files: {what} ({seconds} s)"),
    "cli.setup-ready": phrase("The office is ready. Serve it with: nhipcau serve"),
    # serve
    "cli.serving": phrase("Nhịp Cầu answers at {address} – stop with Ctrl+C"),
    "cli.serve-not-prepared": phrase("This office is not prepared; type first: nhipcau setup"),
    "cli.serve-hosts": phrase(
        "Only this computer may open the pages: name the host that people type in NHIPCAU_ALLOWED_HOSTS."
    ),
    # demo
    "cli.demo-officer": phrase("Sign in to the demo office:"),
    "cli.demo-password-kept": phrase(
        "The password is the one printed before. For a new one: nhipcau demo --new-password"
    ),
    "cli.demo-received": phrase("Demo office: {files} articles, {new} of them newly read."),
    "cli.demo-no-samples": phrase("There are no sample articles in {folder}; the demo office stays empty."),
    "cli.demo-removed": phrase("Demo data removed: {things} entries and {accounts} accounts."),
    "cli.demo-was-removed": phrase("The demo office was removed. To open it again: nhipcau demo"),
    # people
    "cli.user-added": phrase("{username} may sign in now, as: {role}."),
    "cli.user-changed": phrase("{username} was changed."),
    "cli.user-password": phrase("{username} has a new password."),
    "cli.token-made": phrase("Keep this token now: it is not shown again."),
    "cli.token-revoked": phrase("The token {hint}… is no longer valid."),
    # check
    "cli.check-settings": phrase("Configuration is usable; data folder: {folder}"),
    "cli.check-settings-wrong": phrase("Configuration is not usable: {reason}"),
    "cli.check-debug": phrase(
        "NHIPCAU_DEBUG is on: error pages show the program's inside. Switch it off in daily work."
    ),
    "cli.check-database": phrase("Database answers and is up to date: {database}"),
    "cli.check-folders": phrase("Folders can be read and written."),
    "cli.check-key-open": phrase("Others on this computer can read the secret key: chmod 600 {file}"),
    "cli.check-disk": phrase("Free disk space: {free:size}"),
    "cli.check-disk-little": phrase("Little disk space is left: {free:size}"),
    "cli.check-fonts": phrase("Pictures have Vietnamese and Korean letters: {fonts}"),
    "cli.check-fonts-lack": phrase("The fonts for pictures lack these letters: {letters}"),
    "cli.check-model-off": phrase("Second reader: none set (NHIPCAU_MODEL_ENDPOINT)."),
    "cli.check-model": phrase("Second reader answers at {address}."),
    "cli.check-model-silent": phrase("Second reader at {address} does not answer: {reason}"),
    # backup
    "cli.backing-up": phrase("Writing the backup"),
    "cli.backed-up": phrase("Backup written to {file} (entries: {things}, files: {files})."),
    "cli.restoring": phrase("Restoring"),
    "cli.restored": phrase("The office is restored (entries: {things}, files: {files}). Everybody signs in anew."),
    "cli.restore-kept": phrase("What this office held before was backed up to {file}."),
    # why a command stopped
    "error.setting-unusable": phrase("The setting {name} cannot be used: {reason}"),
    "error.folder-unusable": phrase("The folder {folder} cannot be used: {reason}"),
    "error.office-not-prepared": phrase("This office is not prepared yet. Type: nhipcau setup"),
    "error.office-not-empty": phrase(
        "This office holds data already. With --replace it is backed up first and then replaced."
    ),
    "error.backup-unreadable": phrase("{file} is not a backup of this program, or it is damaged. Nothing was changed."),
    "error.no-documents": phrase("There are no documents here: txt, html, pdf and docx files are read."),
    "error.address-for-one": phrase("--address can be given for one document only."),
    "error.file-unopened": phrase("The file could not be opened: {reason}"),
    "error.file-unwritten": phrase("{file} could not be written: {reason}"),
    "error.address-malformed": phrase("{address} is not an address to listen at. Write it as 127.0.0.1:8000."),
    "error.address-in-use": phrase("{address} is taken by another program. Choose another with --address."),
    "error.address-unusable": phrase(
        "This computer cannot listen at {address}. Choose another address with --address."
    ),
    "error.account-known": phrase("There is already an account {username}."),
    "error.account-unknown": phrase("There is no account {username}."),
    "error.password-weak": phrase("This password is too easy to guess. Take at least ten characters, not only digits."),
    "error.system": phrase("The computer refused: {reason}"),
}
