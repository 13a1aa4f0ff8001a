#ifndef UNLUCKY_DISK_H
#define UNLUCKY_DISK_H

#include <stdint.h>

/// What a program asked of a disk.
enum unlucky_kind { unlucky_write, unlucky_truncate, unlucky_sync, unlucky_delete };

/// One such act, on the file at the watched path or on the one with `-journal` behind its name.
struct unlucky_event {
    enum unlucky_kind kind;
    int is_journal;
    /// Of a write; the new size of a truncation.
    int64_t offset;
    int size;
    const uint8_t *bytes;
};

/// Becomes SQLite's disk for this process: the system's own, but for the path that is watched. Once is enough.
int unlucky_register(void);

/// Watches a path from here on, and forgets what was seen of another; null watches nothing.
void unlucky_watch(const char *path);

/// How much was seen, and one act of it. The bytes are good until another path is watched.
int unlucky_count(void);
struct unlucky_event unlucky_event_at(int index);

/// Lets so many more writes succeed, and then says to every one that the disk is full; below zero, all succeed.
void unlucky_fill_after(int writes);

#endif
