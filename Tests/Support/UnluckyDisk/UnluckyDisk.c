// A disk for SQLite that remembers what it was asked, and that can be full. Everything is passed on to the system's own.

#include "UnluckyDisk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    sqlite3_file base;
    int is_journal;
    // The system's file follows.
} watched_file;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3_vfs *system_disk;
static sqlite3_vfs unlucky_disk;
static char *path;
static struct unlucky_event *events;
static int event_count, event_room;
static int writes_left = -1;

static sqlite3_file *inner(sqlite3_file *file) {
    return (sqlite3_file *)((watched_file *)file + 1);
}

/// 0 for the watched file, 1 for its journal, -1 for all others.
static int role(const char *name) {
    int found = -1;
    pthread_mutex_lock(&lock);
    if (name && path) {
        size_t length = strlen(path);
        if (strcmp(name, path) == 0) found = 0;
        else if (strncmp(name, path, length) == 0 && strcmp(name + length, "-journal") == 0) found = 1;
    }
    pthread_mutex_unlock(&lock);
    return found;
}

static void record(enum unlucky_kind kind, int is_journal, int64_t offset, const void *bytes, int size) {
    uint8_t *copy = NULL;
    if (size > 0) {
        copy = malloc(size);
        memcpy(copy, bytes, size);
    }
    pthread_mutex_lock(&lock);
    if (event_count == event_room) {
        event_room = event_room ? 2 * event_room : 256;
        events = realloc(events, event_room * sizeof *events);
    }
    events[event_count++] = (struct unlucky_event){kind, is_journal, offset, size, copy};
    pthread_mutex_unlock(&lock);
}

static int is_full(void) {
    pthread_mutex_lock(&lock);
    int full = writes_left == 0;
    if (writes_left > 0) writes_left--;
    pthread_mutex_unlock(&lock);
    return full;
}

static int file_close(sqlite3_file *file) { return inner(file)->pMethods->xClose(inner(file)); }

static int file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    return inner(file)->pMethods->xRead(inner(file), bytes, size, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
    if (is_full()) return SQLITE_FULL;
    int code = inner(file)->pMethods->xWrite(inner(file), bytes, size, offset);
    if (code == SQLITE_OK) record(unlucky_write, ((watched_file *)file)->is_journal, offset, bytes, size);
    return code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int code = inner(file)->pMethods->xTruncate(inner(file), size);
    if (code == SQLITE_OK) record(unlucky_truncate, ((watched_file *)file)->is_journal, size, NULL, 0);
    return code;
}

static int file_sync(sqlite3_file *file, int flags) {
    int code = inner(file)->pMethods->xSync(inner(file), flags);
    if (code == SQLITE_OK) record(unlucky_sync, ((watched_file *)file)->is_journal, 0, NULL, 0);
    return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) { return inner(file)->pMethods->xFileSize(inner(file), size); }
static int file_lock(sqlite3_file *file, int level) { return inner(file)->pMethods->xLock(inner(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return inner(file)->pMethods->xUnlock(inner(file), level); }
static int file_reserved(sqlite3_file *file, int *out) { return inner(file)->pMethods->xCheckReservedLock(inner(file), out); }
static int file_control(sqlite3_file *file, int op, void *arg) { return inner(file)->pMethods->xFileControl(inner(file), op, arg); }
static int file_sector(sqlite3_file *file) { return inner(file)->pMethods->xSectorSize(inner(file)); }
static int file_traits(sqlite3_file *file) { return inner(file)->pMethods->xDeviceCharacteristics(inner(file)); }

static const sqlite3_io_methods methods = {
    1,         file_close, file_read,     file_write,   file_truncate, file_sync,   file_size,
    file_lock, file_unlock, file_reserved, file_control, file_sector,   file_traits,
};

static int disk_open(sqlite3_vfs *disk, sqlite3_filename name, sqlite3_file *file, int flags, int *out) {
    (void)disk;
    int found = role(name);
    if (found < 0) return system_disk->xOpen(system_disk, name, file, flags, out);
    int code = system_disk->xOpen(system_disk, name, inner(file), flags, out);
    ((watched_file *)file)->is_journal = found;
    file->pMethods = inner(file)->pMethods ? &methods : NULL;
    return code;
}

static int disk_delete(sqlite3_vfs *disk, const char *name, int sync_folder) {
    (void)disk;
    int code = system_disk->xDelete(system_disk, name, sync_folder);
    int found = role(name);
    if (code == SQLITE_OK && found >= 0) record(unlucky_delete, found, sync_folder, NULL, 0);
    return code;
}

int unlucky_register(void) {
    system_disk = sqlite3_vfs_find(NULL);
    if (!system_disk) return SQLITE_ERROR;
    unlucky_disk = *system_disk;
    unlucky_disk.zName = "unlucky";
    unlucky_disk.pNext = NULL;
    unlucky_disk.szOsFile = (int)sizeof(watched_file) + system_disk->szOsFile;
    unlucky_disk.xOpen = disk_open;
    unlucky_disk.xDelete = disk_delete;
    return sqlite3_vfs_register(&unlucky_disk, 1);
}

void unlucky_watch(const char *watched) {
    pthread_mutex_lock(&lock);
    for (int index = 0; index < event_count; index++) free((void *)events[index].bytes);
    event_count = 0;
    writes_left = -1;
    free(path);
    path = watched ? strdup(watched) : NULL;
    pthread_mutex_unlock(&lock);
}

int unlucky_count(void) {
    pthread_mutex_lock(&lock);
    int count = event_count;
    pthread_mutex_unlock(&lock);
    return count;
}

struct unlucky_event unlucky_event_at(int index) {
    pthread_mutex_lock(&lock);
    struct unlucky_event event = events[index];
    pthread_mutex_unlock(&lock);
    return event;
}

void unlucky_fill_after(int writes) {
    pthread_mutex_lock(&lock);
    writes_left = writes;
    pthread_mutex_unlock(&lock);
}
