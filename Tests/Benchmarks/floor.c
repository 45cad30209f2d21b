/* The least that any site builder over libcmark does: find the pages, read, convert and write each, on two threads.
 * Nothing is checked, no page knows another, and there is no layout.
 *
 *     cc -O2 -pthread -o floor floor.c -lcmark
 *     floor CONTENT OUTPUT
 *
 * A page a/b.md becomes a/b/index.html, a/index.md becomes a/index.html, as Waymark publishes them.
 */
#define _GNU_SOURCE
#include <cmark.h>
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define THREADS 2

static char **pages;
static size_t count, room;
static atomic_size_t next;
static size_t above;
static const char *output;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void find(const char *content) {
    char *roots[] = {(char *)content, NULL};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (!tree) fail(content);
    for (FTSENT *entry; (entry = fts_read(tree));) {
        size_t length = strlen(entry->fts_path);
        if (entry->fts_info != FTS_F || length < 3 || strcmp(entry->fts_path + length - 3, ".md")) continue;
        if (count == room) pages = realloc(pages, (room = room ? room * 2 : 1024) * sizeof *pages);
        if (!pages || !(pages[count++] = strdup(entry->fts_path))) fail("pages");
    }
    fts_close(tree);
}

/* Makes the folders above a file. Another thread may be making the same. */
static void make_folders(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
}

static void convert(const char *page) {
    int source = open(page, O_RDONLY);
    struct stat about;
    if (source < 0 || fstat(source, &about)) fail(page);
    char *text = malloc(about.st_size + 1);
    ssize_t length = text ? read(source, text, about.st_size) : -1;
    if (length < 0) fail(page);
    close(source);
    text[length] = 0;
    char *front = strncmp(text, "---\n", 4) ? NULL : strstr(text + 4, "\n---\n");
    char *body = front ? front + 5 : text;
    char *html = cmark_markdown_to_html(body, text + length - body, CMARK_OPT_UNSAFE);

    char target[4096];
    const char *name = page + above;
    int stem = (int)strlen(name) - 3;
    int is_index = stem >= 5 && !strncmp(name + stem - 5, "index", 5) && (stem == 5 || name[stem - 6] == '/');
    snprintf(target, sizeof target, "%s/%.*s%s.html", output, stem, name, is_index ? "" : "/index");
    int file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) {
        make_folders(target);
        file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    }
    size_t size = strlen(html);
    if (file < 0 || write(file, html, size) != (ssize_t)size) fail(target);
    close(file);
    free(html);
    free(text);
}

static void *work(void *unused) {
    for (size_t number; (number = atomic_fetch_add(&next, 1)) < count;) convert(pages[number]);
    return unused;
}

int main(int arguments, char **words) {
    if (arguments != 3) return fprintf(stderr, "usage: floor CONTENT OUTPUT\n"), 2;
    above = strlen(words[1]) + 1;
    output = words[2];
    find(words[1]);
    pthread_t threads[THREADS];
    for (int number = 0; number < THREADS; number++)
        if (pthread_create(&threads[number], NULL, work, NULL)) fail("thread");
    for (int number = 0; number < THREADS; number++) pthread_join(threads[number], NULL);
    return 0;
}
