/* Stands between a process and the disk: writes down every write, truncation, sync, renaming and removal in a folder, or
 * lets the n-th of them fail. AKASHI_DISK_FOLDER names the folder, AKASHI_DISK_LOG the file that everything is written to,
 * AKASHI_DISK_FAIL the number of the call that fails with AKASHI_DISK_ERROR (errno); a full disk stays full for
 * AKASHI_DISK_CALLS calls. Loaded with LD_PRELOAD; only the tests use it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int out = -1;
static long calls, fail_from = -1, fail_calls = 1;
static int fail_with, begun;

static void ready(void) {
  if (begun) return;
  begun = 1;
  folder = getenv("AKASHI_DISK_FOLDER");
  const char *log = getenv("AKASHI_DISK_LOG"), *fail = getenv("AKASHI_DISK_FAIL");
  if (log) out = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (fail) fail_from = atol(fail);
  fail_with = getenv("AKASHI_DISK_ERROR") ? atoi(getenv("AKASHI_DISK_ERROR")) : EIO;
  fail_calls = getenv("AKASHI_DISK_CALLS") ? atol(getenv("AKASHI_DISK_CALLS")) : 1;
}

/* A fork is a program of its own: it reads its own names, and counts anew. */
void akashi_disk_again(void) {
  pthread_mutex_lock(&lock);
  calls = 0, out = -1, fail_from = -1, fail_calls = 1;
  begun = 0;
  pthread_mutex_unlock(&lock);
}

static int ours(const char *path) { return folder && path && strncmp(path, folder, strlen(folder)) == 0; }

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, size - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return ours(path);
}

/* The acknowledgements of the test, and what nobody needs after a crash, never fail. */
static int spared(const char *path) {
  size_t n = strlen(path);
  return (n > 4 && !strcmp(path + n - 4, "acks")) || (n > 4 && !strcmp(path + n - 4, "-shm"));
}

static int fails(const char *path) {
  if (spared(path)) return 0;
  long number = ++calls;
  if (fail_from > 0 && number >= fail_from && number < fail_from + fail_calls) {
    errno = fail_with;
    return 1;
  }
  return 0;
}

static void put(const void *data, size_t size) {
  const char *at = data;
  while (size) {
    ssize_t n = syscall(SYS_write, out, at, size);
    if (n <= 0) return;
    at += n, size -= n;
  }
}

static void note(char what, const char *path, uint64_t offset, const void *data, uint64_t size) {
  if (out < 0) return;
  uint32_t length = strlen(path);
  put(&what, 1), put(&length, 4), put(&offset, 8), put(&size, 8), put(path, length);
  if (data) put(data, size);
}

#define ENTER ready(); pthread_mutex_lock(&lock);
#define LEAVE(value) do { int kept = errno; pthread_mutex_unlock(&lock); errno = kept; return value; } while (0)

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  char path[4096];
  ENTER
  int mine = path_of(fd, path, sizeof path);
  if (mine && fails(path)) LEAVE(-1);
  ssize_t n = syscall(SYS_pwrite64, fd, data, size, offset);
  if (mine && n > 0) note('W', path, offset, data, n);
  LEAVE(n);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }

ssize_t write(int fd, const void *data, size_t size) {
  char path[4096];
  ENTER
  int mine = fd > 2 && path_of(fd, path, sizeof path);
  if (mine && fails(path)) LEAVE(-1);
  off_t at = mine ? syscall(SYS_lseek, fd, 0, SEEK_CUR) : 0;
  ssize_t n = syscall(SYS_write, fd, data, size);
  if (mine && n > 0) note('W', path, at, data, n);
  LEAVE(n);
}

static int synced(int fd, long call) {
  char path[4096];
  ENTER
  int mine = path_of(fd, path, sizeof path);
  if (mine && fails(path)) LEAVE(-1);
  int done = syscall(call, fd);
  if (mine && done == 0) note('S', path, 0, NULL, 0);
  LEAVE(done);
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int ftruncate64(int fd, off64_t size) {
  char path[4096];
  ENTER
  int mine = path_of(fd, path, sizeof path);
  if (mine && fails(path)) LEAVE(-1);
  int done = syscall(SYS_ftruncate, fd, size);
  if (mine && done == 0) note('T', path, size, NULL, 0);
  LEAVE(done);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int unlink(const char *path) {
  ENTER
  if (ours(path) && fails(path)) LEAVE(-1);
  int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (ours(path) && done == 0) note('U', path, 0, NULL, 0);
  LEAVE(done);
}

int rename(const char *from, const char *to) {
  ENTER
  if (ours(to) && fails(to)) LEAVE(-1);
  int done = syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
  if (ours(to) && done == 0) note('R', from, 0, to, strlen(to));
  LEAVE(done);
}

/* At the end of a program, and of a fork, which ends without its destructors. */
__attribute__((destructor)) void akashi_disk_over(void) {
  ready();
  if (out >= 0) note('N', "", calls, NULL, 0);
}
