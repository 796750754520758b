### Verified copies of the desk.

cli-backup = Verified copies of the desk: make them, list them, check them, restore one
cli-backup-examples =
    hunayn backup create --keep 10
    hunayn backup list
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn
cli-backup-create = Copy the desk while others work at it; the copy gets its name when it is whole
cli-backup-create-examples =
    hunayn backup create
    hunayn backup create --keep 10
    hunayn backup create --folder /media/disk/copies --keep 30
    hunayn backup create before-the-merger.hunayn
cli-backup-create-notes =
    Without FILE the copy lies in the folder “backups” beside the desk and is named after the desk and the moment, in UTC. No file is
    ever replaced. No copy is removed unless --keep asks for it, and then only copies of this desk that were named so, after the new one
    was read through.
cli-backup-create-file = The file of the copy, which must not be there yet
cli-backup-create--keep = Remove the oldest copies, so that this many stay
cli-backup-list = List the copies, newest first, with what they lack
cli-backup-list-examples =
    hunayn backup list
    hunayn backup list --folder /media/disk/copies --json
cli-backup-verify = Read copies through, as doctor does the desk
cli-backup-verify-examples =
    hunayn backup verify
    hunayn backup verify backups/desk-2026-11-29T16-20-05Z.hunayn
cli-backup-verify-files = Copies; without any, all of this desk
cli-backup-restore = Put a copy in the place of the desk, which is kept under another name
cli-backup-restore-examples =
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn --dry-run
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn
    hunayn backup restore backups/desk-2026-11-29T16-20-05Z.hunayn --to x.hunayn
cli-backup-restore-notes =
    The copy is read through first and stays where it is. The desk in its place, even a damaged one, is never deleted. Nobody may be
    at work there meanwhile; with --to the desk is not touched.
cli-backup-restore-file = The copy
cli-backup-restore--to = Make a new desk of it in this file, which must not be there yet
cli-backup-restore--yes = Agree beforehand that the desk makes room
cli--folder = The folder of the copies, when it is not the one beside the desk

count-operations = { PLURAL($count) ->
    [one] { $count } operation
   *[other] { $count } operations
}
size-kilobytes = { $count } kB
size-megabytes = { $count } MB

out-backup = Copied and checked: { $file } ({ $size }, { $operations })
out-would-backup = Would be copied: { $file } ({ $operations })
out-backup-removed = Older copy removed: { $file }
out-backup-would-remove = Older copy that would be removed: { $file }
out-no-backups = There is no copy in { $folder }. Make one with: hunayn backup create
backup-line = { $file } · { $at } · { $size } · { $state }
backup-current = all operations of the desk
backup-behind = { PLURAL($count) ->
    [one] { $count } operation older
   *[other] { $count } operations older
}
backup-parted = lacks { $behind } of the desk, has { $ahead } that the desk lacks
backup-other = of another desk
backup-unreadable = cannot be read: { $what }
backup-sound = { $file } is sound.
backup-older = { $file } is whole. An older version made it; what it holds is looked through when it is restored.
backup-usable = { $file } has all texts and decisions. After restoring: hunayn doctor --reindex
backup-damaged = { $file } is damaged.
backup-complaint = { "    " }{ $what }
out-restored-copy = Restored: { $file }, as it was after operation { $number } ({ $kind }, { $person }, { $at })
out-would-restore-copy = Would be restored: { $file }, as it was after operation { $number } ({ $kind }, { $person }, { $at })
out-restored-empty = Restored: { $file }, without any operation
out-would-restore-empty = Would be restored: { $file }, without any operation
out-restored-aside = What lay there is kept as { $file }
out-would-set-aside = What lies there would be kept as { $file }
out-restored-missing = It has { $operations } that the copy does not have.
out-restored-other = That is another desk than the one that was copied.
out-restored-unread = That cannot be read; what the copy does not have of it is not known.

ask-restore = { PLURAL($count) ->
    [one] { $file } is put in the place of { $desk }, which is kept as { $aside }. { $count } operation of the desk is not in the copy. Go on? [y/N]
   *[other] { $file } is put in the place of { $desk }, which is kept as { $aside }. { $count } operations of the desk are not in the copy. Go on? [y/N]
}
ask-restore-other = { $file } is a copy of another desk. It is put in the place of { $desk }, which is kept as { $aside }. Go on? [y/N]
ask-restore-unread = { $file } is put in the place of { $desk }, which cannot be read and is kept as { $aside }. Go on? [y/N]
err-needs-yes-restore = This puts a copy in the place of { $file }, and there is no terminal to ask on.

err-backup-no-folder = There is no folder { $folder }.
rec-backup-no-folder = Make the folder first, or name another one.
rec-backup-name = Choose another name.
err-backup-desk-itself = { $file } is the desk itself, not a copy of it.
rec-backup-list = The copies are listed by: hunayn backup list
err-backup-not-whole = What was copied from { $file } is not whole and was not kept: { $detail }
rec-backup-not-whole = See whether the file itself is damaged with: hunayn doctor. Copies made before are listed by: hunayn backup list
err-backup-damaged = { $file } is damaged. Nothing was restored.
err-backup-in-use = Somebody works at { $file }.
rec-backup-in-use = Try again when the other command has ended, or restore elsewhere with: hunayn backup restore FILE --to NEW
err-no-backups = There is no copy of this desk in { $folder }.
rec-backup-create = Make one with: hunayn backup create
err-backups-damaged = { PLURAL($count) ->
    [one] { $count } of { $total } copies cannot be relied on.
   *[other] { $count } of { $total } copies cannot be relied on.
}
rec-backups-damaged = Make a new copy with: hunayn backup create
rec-damaged-backup = Keep this file as it is. To go on with the newest copy, and keep this file under another name: hunayn backup restore { $file }
