#ifndef WAYMARK_RULE_PAGES_H
#define WAYMARK_RULE_PAGES_H

#include <stddef.h>

/// One page of the documentation about a rule, as it was in the folder Documentation/Content/rules when the program was built.
struct rule_page {
    /// The rule: "link/unknown-page".
    const char *rule;
    const unsigned char *bytes;
    size_t count;
};

/// The pages of all rules, in byte order of their rules.
const struct rule_page *rule_pages(size_t *count);

#endif
