// Written by list.py.
#include "Theme.h"

static const unsigned char file_0[] = {
#embed "../../Templates/blocks/actions.mustache" suffix(,)
0};

static const unsigned char file_1[] = {
#embed "../../Templates/blocks/checklist.mustache" suffix(,)
0};

static const unsigned char file_2[] = {
#embed "../../Templates/blocks/comparison.mustache" suffix(,)
0};

static const unsigned char file_3[] = {
#embed "../../Templates/blocks/directory.mustache" suffix(,)
0};

static const unsigned char file_4[] = {
#embed "../../Templates/blocks/faq.mustache" suffix(,)
0};

static const unsigned char file_5[] = {
#embed "../../Templates/blocks/glossary.mustache" suffix(,)
0};

static const unsigned char file_6[] = {
#embed "../../Templates/blocks/note-link.mustache" suffix(,)
0};

static const unsigned char file_7[] = {
#embed "../../Templates/blocks/products.mustache" suffix(,)
0};

static const unsigned char file_8[] = {
#embed "../../Templates/blocks/table.mustache" suffix(,)
0};

static const unsigned char file_9[] = {
#embed "../../Templates/home.mustache" suffix(,)
0};

static const unsigned char file_10[] = {
#embed "../../Templates/icons/favicon.svg" suffix(,)
0};

static const unsigned char file_11[] = {
#embed "../../Templates/layout.mustache" suffix(,)
0};

static const unsigned char file_12[] = {
#embed "../../Templates/list.mustache" suffix(,)
0};

static const unsigned char file_13[] = {
#embed "../../Templates/not-found.mustache" suffix(,)
0};

static const unsigned char file_14[] = {
#embed "../../Templates/page.mustache" suffix(,)
0};

static const unsigned char file_15[] = {
#embed "../../Templates/parts/breadcrumbs.mustache" suffix(,)
0};

static const unsigned char file_16[] = {
#embed "../../Templates/parts/facts.mustache" suffix(,)
0};

static const unsigned char file_17[] = {
#embed "../../Templates/parts/footer.mustache" suffix(,)
0};

static const unsigned char file_18[] = {
#embed "../../Templates/parts/head.mustache" suffix(,)
0};

static const unsigned char file_19[] = {
#embed "../../Templates/parts/header.mustache" suffix(,)
0};

static const unsigned char file_20[] = {
#embed "../../Templates/parts/navigation-item.mustache" suffix(,)
0};

static const unsigned char file_21[] = {
#embed "../../Templates/parts/navigation.mustache" suffix(,)
0};

static const unsigned char file_22[] = {
#embed "../../Templates/parts/outline.mustache" suffix(,)
0};

static const unsigned char file_23[] = {
#embed "../../Templates/parts/pager.mustache" suffix(,)
0};

static const unsigned char file_24[] = {
#embed "../../Templates/parts/title.mustache" suffix(,)
0};

static const unsigned char file_25[] = {
#embed "../../Templates/redirect.mustache" suffix(,)
0};

static const unsigned char file_26[] = {
#embed "../../Templates/styles/00-layers.css" suffix(,)
0};

static const unsigned char file_27[] = {
#embed "../../Templates/styles/10-palette.css" suffix(,)
0};

static const unsigned char file_28[] = {
#embed "../../Templates/styles/11-purpose.css" suffix(,)
0};

static const unsigned char file_29[] = {
#embed "../../Templates/styles/20-base.css" suffix(,)
0};

static const unsigned char file_30[] = {
#embed "../../Templates/styles/30-text.css" suffix(,)
0};

static const unsigned char file_31[] = {
#embed "../../Templates/styles/31-callout.css" suffix(,)
0};

static const unsigned char file_32[] = {
#embed "../../Templates/styles/32-table.css" suffix(,)
0};

static const unsigned char file_33[] = {
#embed "../../Templates/styles/40-frame.css" suffix(,)
0};

static const unsigned char file_34[] = {
#embed "../../Templates/styles/50-header.css" suffix(,)
0};

static const unsigned char file_35[] = {
#embed "../../Templates/styles/51-navigation.css" suffix(,)
0};

static const unsigned char file_36[] = {
#embed "../../Templates/styles/52-footer.css" suffix(,)
0};

static const unsigned char file_37[] = {
#embed "../../Templates/styles/60-cards.css" suffix(,)
0};

static const unsigned char file_38[] = {
#embed "../../Templates/styles/61-card-table.css" suffix(,)
0};

static const unsigned char file_39[] = {
#embed "../../Templates/styles/62-comparison.css" suffix(,)
0};

static const unsigned char file_40[] = {
#embed "../../Templates/styles/63-products.css" suffix(,)
0};

static const unsigned char file_41[] = {
#embed "../../Templates/styles/64-faq.css" suffix(,)
0};

static const unsigned char file_42[] = {
#embed "../../Templates/styles/65-lists.css" suffix(,)
0};

static const unsigned char file_43[] = {
#embed "../../Templates/styles/80-media.css" suffix(,)
0};

static const unsigned char file_44[] = {
#embed "../../Templates/styles/90-print.css" suffix(,)
0};

static const unsigned char file_45[] = {
#embed "../../Templates/tabs.mustache" suffix(,)
0};

static const unsigned char file_46[] = {
#embed "../../Templates/words/en.yaml" suffix(,)
0};

static const struct theme_file files[] = {
    {"blocks/actions.mustache", file_0, sizeof file_0 - 1},
    {"blocks/checklist.mustache", file_1, sizeof file_1 - 1},
    {"blocks/comparison.mustache", file_2, sizeof file_2 - 1},
    {"blocks/directory.mustache", file_3, sizeof file_3 - 1},
    {"blocks/faq.mustache", file_4, sizeof file_4 - 1},
    {"blocks/glossary.mustache", file_5, sizeof file_5 - 1},
    {"blocks/note-link.mustache", file_6, sizeof file_6 - 1},
    {"blocks/products.mustache", file_7, sizeof file_7 - 1},
    {"blocks/table.mustache", file_8, sizeof file_8 - 1},
    {"home.mustache", file_9, sizeof file_9 - 1},
    {"icons/favicon.svg", file_10, sizeof file_10 - 1},
    {"layout.mustache", file_11, sizeof file_11 - 1},
    {"list.mustache", file_12, sizeof file_12 - 1},
    {"not-found.mustache", file_13, sizeof file_13 - 1},
    {"page.mustache", file_14, sizeof file_14 - 1},
    {"parts/breadcrumbs.mustache", file_15, sizeof file_15 - 1},
    {"parts/facts.mustache", file_16, sizeof file_16 - 1},
    {"parts/footer.mustache", file_17, sizeof file_17 - 1},
    {"parts/head.mustache", file_18, sizeof file_18 - 1},
    {"parts/header.mustache", file_19, sizeof file_19 - 1},
    {"parts/navigation-item.mustache", file_20, sizeof file_20 - 1},
    {"parts/navigation.mustache", file_21, sizeof file_21 - 1},
    {"parts/outline.mustache", file_22, sizeof file_22 - 1},
    {"parts/pager.mustache", file_23, sizeof file_23 - 1},
    {"parts/title.mustache", file_24, sizeof file_24 - 1},
    {"redirect.mustache", file_25, sizeof file_25 - 1},
    {"styles/00-layers.css", file_26, sizeof file_26 - 1},
    {"styles/10-palette.css", file_27, sizeof file_27 - 1},
    {"styles/11-purpose.css", file_28, sizeof file_28 - 1},
    {"styles/20-base.css", file_29, sizeof file_29 - 1},
    {"styles/30-text.css", file_30, sizeof file_30 - 1},
    {"styles/31-callout.css", file_31, sizeof file_31 - 1},
    {"styles/32-table.css", file_32, sizeof file_32 - 1},
    {"styles/40-frame.css", file_33, sizeof file_33 - 1},
    {"styles/50-header.css", file_34, sizeof file_34 - 1},
    {"styles/51-navigation.css", file_35, sizeof file_35 - 1},
    {"styles/52-footer.css", file_36, sizeof file_36 - 1},
    {"styles/60-cards.css", file_37, sizeof file_37 - 1},
    {"styles/61-card-table.css", file_38, sizeof file_38 - 1},
    {"styles/62-comparison.css", file_39, sizeof file_39 - 1},
    {"styles/63-products.css", file_40, sizeof file_40 - 1},
    {"styles/64-faq.css", file_41, sizeof file_41 - 1},
    {"styles/65-lists.css", file_42, sizeof file_42 - 1},
    {"styles/80-media.css", file_43, sizeof file_43 - 1},
    {"styles/90-print.css", file_44, sizeof file_44 - 1},
    {"tabs.mustache", file_45, sizeof file_45 - 1},
    {"words/en.yaml", file_46, sizeof file_46 - 1},
};

const struct theme_file *theme_files(size_t *count) {
    *count = sizeof files / sizeof *files;
    return files;
}
