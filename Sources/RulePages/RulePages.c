// Written by list.py.
#include "RulePages.h"

static const unsigned char page_0[] = {
#embed "../../Documentation/Content/rules/asset/active.md" suffix(,)
0};

static const unsigned char page_1[] = {
#embed "../../Documentation/Content/rules/asset/large.md" suffix(,)
0};

static const unsigned char page_2[] = {
#embed "../../Documentation/Content/rules/asset/type.md" suffix(,)
0};

static const unsigned char page_3[] = {
#embed "../../Documentation/Content/rules/content/conflict.md" suffix(,)
0};

static const unsigned char page_4[] = {
#embed "../../Documentation/Content/rules/content/control-character.md" suffix(,)
0};

static const unsigned char page_5[] = {
#embed "../../Documentation/Content/rules/content/data-file.md" suffix(,)
0};

static const unsigned char page_6[] = {
#embed "../../Documentation/Content/rules/content/encoding.md" suffix(,)
0};

static const unsigned char page_7[] = {
#embed "../../Documentation/Content/rules/content/file-type.md" suffix(,)
0};

static const unsigned char page_8[] = {
#embed "../../Documentation/Content/rules/content/name.md" suffix(,)
0};

static const unsigned char page_9[] = {
#embed "../../Documentation/Content/rules/content/not-a-file.md" suffix(,)
0};

static const unsigned char page_10[] = {
#embed "../../Documentation/Content/rules/content/too-deep.md" suffix(,)
0};

static const unsigned char page_11[] = {
#embed "../../Documentation/Content/rules/content/too-large.md" suffix(,)
0};

static const unsigned char page_12[] = {
#embed "../../Documentation/Content/rules/content/too-many.md" suffix(,)
0};

static const unsigned char page_13[] = {
#embed "../../Documentation/Content/rules/csv/empty.md" suffix(,)
0};

static const unsigned char page_14[] = {
#embed "../../Documentation/Content/rules/csv/quote.md" suffix(,)
0};

static const unsigned char page_15[] = {
#embed "../../Documentation/Content/rules/csv/row.md" suffix(,)
0};

static const unsigned char page_16[] = {
#embed "../../Documentation/Content/rules/csv/too-large.md" suffix(,)
0};

static const unsigned char page_17[] = {
#embed "../../Documentation/Content/rules/csv/unknown-column.md" suffix(,)
0};

static const unsigned char page_18[] = {
#embed "../../Documentation/Content/rules/csv/unreadable.md" suffix(,)
0};

static const unsigned char page_19[] = {
#embed "../../Documentation/Content/rules/data/duplicate-entry.md" suffix(,)
0};

static const unsigned char page_20[] = {
#embed "../../Documentation/Content/rules/data/missing-cell.md" suffix(,)
0};

static const unsigned char page_21[] = {
#embed "../../Documentation/Content/rules/data/no-address.md" suffix(,)
0};

static const unsigned char page_22[] = {
#embed "../../Documentation/Content/rules/data/unknown-id.md" suffix(,)
0};

static const unsigned char page_23[] = {
#embed "../../Documentation/Content/rules/data/unused.md" suffix(,)
0};

static const unsigned char page_24[] = {
#embed "../../Documentation/Content/rules/data/unused-note.md" suffix(,)
0};

static const unsigned char page_25[] = {
#embed "../../Documentation/Content/rules/embed/unknown.md" suffix(,)
0};

static const unsigned char page_26[] = {
#embed "../../Documentation/Content/rules/environment/unreadable.md" suffix(,)
0};

static const unsigned char page_27[] = {
#embed "../../Documentation/Content/rules/external/broken.md" suffix(,)
0};

static const unsigned char page_28[] = {
#embed "../../Documentation/Content/rules/external/closed.md" suffix(,)
0};

static const unsigned char page_29[] = {
#embed "../../Documentation/Content/rules/external/insecure.md" suffix(,)
0};

static const unsigned char page_30[] = {
#embed "../../Documentation/Content/rules/external/later.md" suffix(,)
0};

static const unsigned char page_31[] = {
#embed "../../Documentation/Content/rules/external/moved.md" suffix(,)
0};

static const unsigned char page_32[] = {
#embed "../../Documentation/Content/rules/external/unreachable.md" suffix(,)
0};

static const unsigned char page_33[] = {
#embed "../../Documentation/Content/rules/history/shallow.md" suffix(,)
0};

static const unsigned char page_34[] = {
#embed "../../Documentation/Content/rules/history/unreadable.md" suffix(,)
0};

static const unsigned char page_35[] = {
#embed "../../Documentation/Content/rules/link/bad-address.md" suffix(,)
0};

static const unsigned char page_36[] = {
#embed "../../Documentation/Content/rules/link/draft.md" suffix(,)
0};

static const unsigned char page_37[] = {
#embed "../../Documentation/Content/rules/link/empty.md" suffix(,)
0};

static const unsigned char page_38[] = {
#embed "../../Documentation/Content/rules/link/not-a-file.md" suffix(,)
0};

static const unsigned char page_39[] = {
#embed "../../Documentation/Content/rules/link/not-an-image.md" suffix(,)
0};

static const unsigned char page_40[] = {
#embed "../../Documentation/Content/rules/link/outside-content.md" suffix(,)
0};

static const unsigned char page_41[] = {
#embed "../../Documentation/Content/rules/link/outside-image.md" suffix(,)
0};

static const unsigned char page_42[] = {
#embed "../../Documentation/Content/rules/link/scheme.md" suffix(,)
0};

static const unsigned char page_43[] = {
#embed "../../Documentation/Content/rules/link/unknown-anchor.md" suffix(,)
0};

static const unsigned char page_44[] = {
#embed "../../Documentation/Content/rules/link/unknown-entry.md" suffix(,)
0};

static const unsigned char page_45[] = {
#embed "../../Documentation/Content/rules/link/unknown-file.md" suffix(,)
0};

static const unsigned char page_46[] = {
#embed "../../Documentation/Content/rules/link/unknown-image.md" suffix(,)
0};

static const unsigned char page_47[] = {
#embed "../../Documentation/Content/rules/link/unknown-page.md" suffix(,)
0};

static const unsigned char page_48[] = {
#embed "../../Documentation/Content/rules/markdown/as-typed.md" suffix(,)
0};

static const unsigned char page_49[] = {
#embed "../../Documentation/Content/rules/markdown/bad-id.md" suffix(,)
0};

static const unsigned char page_50[] = {
#embed "../../Documentation/Content/rules/markdown/bad-value.md" suffix(,)
0};

static const unsigned char page_51[] = {
#embed "../../Documentation/Content/rules/markdown/duplicate-footnote.md" suffix(,)
0};

static const unsigned char page_52[] = {
#embed "../../Documentation/Content/rules/markdown/duplicate-id.md" suffix(,)
0};

static const unsigned char page_53[] = {
#embed "../../Documentation/Content/rules/markdown/embed-in-data.md" suffix(,)
0};

static const unsigned char page_54[] = {
#embed "../../Documentation/Content/rules/markdown/embed-in-text.md" suffix(,)
0};

static const unsigned char page_55[] = {
#embed "../../Documentation/Content/rules/markdown/empty-heading.md" suffix(,)
0};

static const unsigned char page_56[] = {
#embed "../../Documentation/Content/rules/markdown/empty-link.md" suffix(,)
0};

static const unsigned char page_57[] = {
#embed "../../Documentation/Content/rules/markdown/heading-one.md" suffix(,)
0};

static const unsigned char page_58[] = {
#embed "../../Documentation/Content/rules/markdown/image-alt.md" suffix(,)
0};

static const unsigned char page_59[] = {
#embed "../../Documentation/Content/rules/markdown/raw-html.md" suffix(,)
0};

static const unsigned char page_60[] = {
#embed "../../Documentation/Content/rules/markdown/skipped-heading.md" suffix(,)
0};

static const unsigned char page_61[] = {
#embed "../../Documentation/Content/rules/markdown/table-row.md" suffix(,)
0};

static const unsigned char page_62[] = {
#embed "../../Documentation/Content/rules/markdown/too-deep.md" suffix(,)
0};

static const unsigned char page_63[] = {
#embed "../../Documentation/Content/rules/markdown/too-large.md" suffix(,)
0};

static const unsigned char page_64[] = {
#embed "../../Documentation/Content/rules/markdown/too-many.md" suffix(,)
0};

static const unsigned char page_65[] = {
#embed "../../Documentation/Content/rules/markdown/unknown-callout.md" suffix(,)
0};

static const unsigned char page_66[] = {
#embed "../../Documentation/Content/rules/markdown/unknown-footnote.md" suffix(,)
0};

static const unsigned char page_67[] = {
#embed "../../Documentation/Content/rules/markdown/unknown-reference.md" suffix(,)
0};

static const unsigned char page_68[] = {
#embed "../../Documentation/Content/rules/markdown/unused-footnote.md" suffix(,)
0};

static const unsigned char page_69[] = {
#embed "../../Documentation/Content/rules/markdown/vague-words.md" suffix(,)
0};

static const unsigned char page_70[] = {
#embed "../../Documentation/Content/rules/markdown/value-in-link.md" suffix(,)
0};

static const unsigned char page_71[] = {
#embed "../../Documentation/Content/rules/move/name.md" suffix(,)
0};

static const unsigned char page_72[] = {
#embed "../../Documentation/Content/rules/move/not-found.md" suffix(,)
0};

static const unsigned char page_73[] = {
#embed "../../Documentation/Content/rules/move/place.md" suffix(,)
0};

static const unsigned char page_74[] = {
#embed "../../Documentation/Content/rules/move/taken.md" suffix(,)
0};

static const unsigned char page_75[] = {
#embed "../../Documentation/Content/rules/move/unclear.md" suffix(,)
0};

static const unsigned char page_76[] = {
#embed "../../Documentation/Content/rules/page/address.md" suffix(,)
0};

static const unsigned char page_77[] = {
#embed "../../Documentation/Content/rules/page/dates.md" suffix(,)
0};

static const unsigned char page_78[] = {
#embed "../../Documentation/Content/rules/page/duplicate-id.md" suffix(,)
0};

static const unsigned char page_79[] = {
#embed "../../Documentation/Content/rules/page/duplicate-title.md" suffix(,)
0};

static const unsigned char page_80[] = {
#embed "../../Documentation/Content/rules/page/expired.md" suffix(,)
0};

static const unsigned char page_81[] = {
#embed "../../Documentation/Content/rules/page/front-matter.md" suffix(,)
0};

static const unsigned char page_82[] = {
#embed "../../Documentation/Content/rules/page/no-title.md" suffix(,)
0};

static const unsigned char page_83[] = {
#embed "../../Documentation/Content/rules/page/review-due.md" suffix(,)
0};

static const unsigned char page_84[] = {
#embed "../../Documentation/Content/rules/questionnaire/case-failed.md" suffix(,)
0};

static const unsigned char page_85[] = {
#embed "../../Documentation/Content/rules/questionnaire/conflict.md" suffix(,)
0};

static const unsigned char page_86[] = {
#embed "../../Documentation/Content/rules/questionnaire/cue.md" suffix(,)
0};

static const unsigned char page_87[] = {
#embed "../../Documentation/Content/rules/questionnaire/cycle.md" suffix(,)
0};

static const unsigned char page_88[] = {
#embed "../../Documentation/Content/rules/questionnaire/dates.md" suffix(,)
0};

static const unsigned char page_89[] = {
#embed "../../Documentation/Content/rules/questionnaire/dead-end.md" suffix(,)
0};

static const unsigned char page_90[] = {
#embed "../../Documentation/Content/rules/questionnaire/dead-rule.md" suffix(,)
0};

static const unsigned char page_91[] = {
#embed "../../Documentation/Content/rules/questionnaire/formula.md" suffix(,)
0};

static const unsigned char page_92[] = {
#embed "../../Documentation/Content/rules/questionnaire/gap.md" suffix(,)
0};

static const unsigned char page_93[] = {
#embed "../../Documentation/Content/rules/questionnaire/name.md" suffix(,)
0};

static const unsigned char page_94[] = {
#embed "../../Documentation/Content/rules/questionnaire/no-value.md" suffix(,)
0};

static const unsigned char page_95[] = {
#embed "../../Documentation/Content/rules/questionnaire/not-asked.md" suffix(,)
0};

static const unsigned char page_96[] = {
#embed "../../Documentation/Content/rules/questionnaire/not-yet.md" suffix(,)
0};

static const unsigned char page_97[] = {
#embed "../../Documentation/Content/rules/questionnaire/said.md" suffix(,)
0};

static const unsigned char page_98[] = {
#embed "../../Documentation/Content/rules/questionnaire/statement.md" suffix(,)
0};

static const unsigned char page_99[] = {
#embed "../../Documentation/Content/rules/questionnaire/too-large.md" suffix(,)
0};

static const unsigned char page_100[] = {
#embed "../../Documentation/Content/rules/questionnaire/type.md" suffix(,)
0};

static const unsigned char page_101[] = {
#embed "../../Documentation/Content/rules/questionnaire/undated-case.md" suffix(,)
0};

static const unsigned char page_102[] = {
#embed "../../Documentation/Content/rules/questionnaire/unknown-name.md" suffix(,)
0};

static const unsigned char page_103[] = {
#embed "../../Documentation/Content/rules/questionnaire/unreachable-outcome.md" suffix(,)
0};

static const unsigned char page_104[] = {
#embed "../../Documentation/Content/rules/questionnaire/unused-fact.md" suffix(,)
0};

static const unsigned char page_105[] = {
#embed "../../Documentation/Content/rules/questionnaire/unused-option.md" suffix(,)
0};

static const unsigned char page_106[] = {
#embed "../../Documentation/Content/rules/questionnaire/unused-question.md" suffix(,)
0};

static const unsigned char page_107[] = {
#embed "../../Documentation/Content/rules/questionnaire/unused-shared.md" suffix(,)
0};

static const unsigned char page_108[] = {
#embed "../../Documentation/Content/rules/site/navigation.md" suffix(,)
0};

static const unsigned char page_109[] = {
#embed "../../Documentation/Content/rules/site/no-front-page.md" suffix(,)
0};

static const unsigned char page_110[] = {
#embed "../../Documentation/Content/rules/site/no-index.md" suffix(,)
0};

static const unsigned char page_111[] = {
#embed "../../Documentation/Content/rules/site/no-settings.md" suffix(,)
0};

static const unsigned char page_112[] = {
#embed "../../Documentation/Content/rules/site/no-source.md" suffix(,)
0};

static const unsigned char page_113[] = {
#embed "../../Documentation/Content/rules/site/not-in-navigation.md" suffix(,)
0};

static const unsigned char page_114[] = {
#embed "../../Documentation/Content/rules/site/unknown-rule.md" suffix(,)
0};

static const unsigned char page_115[] = {
#embed "../../Documentation/Content/rules/template/blocked.md" suffix(,)
0};

static const unsigned char page_116[] = {
#embed "../../Documentation/Content/rules/template/circle.md" suffix(,)
0};

static const unsigned char page_117[] = {
#embed "../../Documentation/Content/rules/template/missing-key.md" suffix(,)
0};

static const unsigned char page_118[] = {
#embed "../../Documentation/Content/rules/template/missing-part.md" suffix(,)
0};

static const unsigned char page_119[] = {
#embed "../../Documentation/Content/rules/template/syntax.md" suffix(,)
0};

static const unsigned char page_120[] = {
#embed "../../Documentation/Content/rules/template/unknown-file.md" suffix(,)
0};

static const unsigned char page_121[] = {
#embed "../../Documentation/Content/rules/template/unknown-partial.md" suffix(,)
0};

static const unsigned char page_122[] = {
#embed "../../Documentation/Content/rules/template/untranslated.md" suffix(,)
0};

static const unsigned char page_123[] = {
#embed "../../Documentation/Content/rules/template/unused-words.md" suffix(,)
0};

static const unsigned char page_124[] = {
#embed "../../Documentation/Content/rules/template/word.md" suffix(,)
0};

static const unsigned char page_125[] = {
#embed "../../Documentation/Content/rules/value/dates.md" suffix(,)
0};

static const unsigned char page_126[] = {
#embed "../../Documentation/Content/rules/value/unknown.md" suffix(,)
0};

static const unsigned char page_127[] = {
#embed "../../Documentation/Content/rules/yaml/alias.md" suffix(,)
0};

static const unsigned char page_128[] = {
#embed "../../Documentation/Content/rules/yaml/anchor.md" suffix(,)
0};

static const unsigned char page_129[] = {
#embed "../../Documentation/Content/rules/yaml/comment.md" suffix(,)
0};

static const unsigned char page_130[] = {
#embed "../../Documentation/Content/rules/yaml/duplicate-key.md" suffix(,)
0};

static const unsigned char page_131[] = {
#embed "../../Documentation/Content/rules/yaml/empty.md" suffix(,)
0};

static const unsigned char page_132[] = {
#embed "../../Documentation/Content/rules/yaml/folded-list.md" suffix(,)
0};

static const unsigned char page_133[] = {
#embed "../../Documentation/Content/rules/yaml/id.md" suffix(,)
0};

static const unsigned char page_134[] = {
#embed "../../Documentation/Content/rules/yaml/key.md" suffix(,)
0};

static const unsigned char page_135[] = {
#embed "../../Documentation/Content/rules/yaml/merge.md" suffix(,)
0};

static const unsigned char page_136[] = {
#embed "../../Documentation/Content/rules/yaml/missing-field.md" suffix(,)
0};

static const unsigned char page_137[] = {
#embed "../../Documentation/Content/rules/yaml/second-document.md" suffix(,)
0};

static const unsigned char page_138[] = {
#embed "../../Documentation/Content/rules/yaml/syntax.md" suffix(,)
0};

static const unsigned char page_139[] = {
#embed "../../Documentation/Content/rules/yaml/tag.md" suffix(,)
0};

static const unsigned char page_140[] = {
#embed "../../Documentation/Content/rules/yaml/too-deep.md" suffix(,)
0};

static const unsigned char page_141[] = {
#embed "../../Documentation/Content/rules/yaml/too-large.md" suffix(,)
0};

static const unsigned char page_142[] = {
#embed "../../Documentation/Content/rules/yaml/type.md" suffix(,)
0};

static const unsigned char page_143[] = {
#embed "../../Documentation/Content/rules/yaml/unknown-field.md" suffix(,)
0};

static const struct rule_page pages[] = {
    {"asset/active", page_0, sizeof page_0 - 1},
    {"asset/large", page_1, sizeof page_1 - 1},
    {"asset/type", page_2, sizeof page_2 - 1},
    {"content/conflict", page_3, sizeof page_3 - 1},
    {"content/control-character", page_4, sizeof page_4 - 1},
    {"content/data-file", page_5, sizeof page_5 - 1},
    {"content/encoding", page_6, sizeof page_6 - 1},
    {"content/file-type", page_7, sizeof page_7 - 1},
    {"content/name", page_8, sizeof page_8 - 1},
    {"content/not-a-file", page_9, sizeof page_9 - 1},
    {"content/too-deep", page_10, sizeof page_10 - 1},
    {"content/too-large", page_11, sizeof page_11 - 1},
    {"content/too-many", page_12, sizeof page_12 - 1},
    {"csv/empty", page_13, sizeof page_13 - 1},
    {"csv/quote", page_14, sizeof page_14 - 1},
    {"csv/row", page_15, sizeof page_15 - 1},
    {"csv/too-large", page_16, sizeof page_16 - 1},
    {"csv/unknown-column", page_17, sizeof page_17 - 1},
    {"csv/unreadable", page_18, sizeof page_18 - 1},
    {"data/duplicate-entry", page_19, sizeof page_19 - 1},
    {"data/missing-cell", page_20, sizeof page_20 - 1},
    {"data/no-address", page_21, sizeof page_21 - 1},
    {"data/unknown-id", page_22, sizeof page_22 - 1},
    {"data/unused", page_23, sizeof page_23 - 1},
    {"data/unused-note", page_24, sizeof page_24 - 1},
    {"embed/unknown", page_25, sizeof page_25 - 1},
    {"environment/unreadable", page_26, sizeof page_26 - 1},
    {"external/broken", page_27, sizeof page_27 - 1},
    {"external/closed", page_28, sizeof page_28 - 1},
    {"external/insecure", page_29, sizeof page_29 - 1},
    {"external/later", page_30, sizeof page_30 - 1},
    {"external/moved", page_31, sizeof page_31 - 1},
    {"external/unreachable", page_32, sizeof page_32 - 1},
    {"history/shallow", page_33, sizeof page_33 - 1},
    {"history/unreadable", page_34, sizeof page_34 - 1},
    {"link/bad-address", page_35, sizeof page_35 - 1},
    {"link/draft", page_36, sizeof page_36 - 1},
    {"link/empty", page_37, sizeof page_37 - 1},
    {"link/not-a-file", page_38, sizeof page_38 - 1},
    {"link/not-an-image", page_39, sizeof page_39 - 1},
    {"link/outside-content", page_40, sizeof page_40 - 1},
    {"link/outside-image", page_41, sizeof page_41 - 1},
    {"link/scheme", page_42, sizeof page_42 - 1},
    {"link/unknown-anchor", page_43, sizeof page_43 - 1},
    {"link/unknown-entry", page_44, sizeof page_44 - 1},
    {"link/unknown-file", page_45, sizeof page_45 - 1},
    {"link/unknown-image", page_46, sizeof page_46 - 1},
    {"link/unknown-page", page_47, sizeof page_47 - 1},
    {"markdown/as-typed", page_48, sizeof page_48 - 1},
    {"markdown/bad-id", page_49, sizeof page_49 - 1},
    {"markdown/bad-value", page_50, sizeof page_50 - 1},
    {"markdown/duplicate-footnote", page_51, sizeof page_51 - 1},
    {"markdown/duplicate-id", page_52, sizeof page_52 - 1},
    {"markdown/embed-in-data", page_53, sizeof page_53 - 1},
    {"markdown/embed-in-text", page_54, sizeof page_54 - 1},
    {"markdown/empty-heading", page_55, sizeof page_55 - 1},
    {"markdown/empty-link", page_56, sizeof page_56 - 1},
    {"markdown/heading-one", page_57, sizeof page_57 - 1},
    {"markdown/image-alt", page_58, sizeof page_58 - 1},
    {"markdown/raw-html", page_59, sizeof page_59 - 1},
    {"markdown/skipped-heading", page_60, sizeof page_60 - 1},
    {"markdown/table-row", page_61, sizeof page_61 - 1},
    {"markdown/too-deep", page_62, sizeof page_62 - 1},
    {"markdown/too-large", page_63, sizeof page_63 - 1},
    {"markdown/too-many", page_64, sizeof page_64 - 1},
    {"markdown/unknown-callout", page_65, sizeof page_65 - 1},
    {"markdown/unknown-footnote", page_66, sizeof page_66 - 1},
    {"markdown/unknown-reference", page_67, sizeof page_67 - 1},
    {"markdown/unused-footnote", page_68, sizeof page_68 - 1},
    {"markdown/vague-words", page_69, sizeof page_69 - 1},
    {"markdown/value-in-link", page_70, sizeof page_70 - 1},
    {"move/name", page_71, sizeof page_71 - 1},
    {"move/not-found", page_72, sizeof page_72 - 1},
    {"move/place", page_73, sizeof page_73 - 1},
    {"move/taken", page_74, sizeof page_74 - 1},
    {"move/unclear", page_75, sizeof page_75 - 1},
    {"page/address", page_76, sizeof page_76 - 1},
    {"page/dates", page_77, sizeof page_77 - 1},
    {"page/duplicate-id", page_78, sizeof page_78 - 1},
    {"page/duplicate-title", page_79, sizeof page_79 - 1},
    {"page/expired", page_80, sizeof page_80 - 1},
    {"page/front-matter", page_81, sizeof page_81 - 1},
    {"page/no-title", page_82, sizeof page_82 - 1},
    {"page/review-due", page_83, sizeof page_83 - 1},
    {"questionnaire/case-failed", page_84, sizeof page_84 - 1},
    {"questionnaire/conflict", page_85, sizeof page_85 - 1},
    {"questionnaire/cue", page_86, sizeof page_86 - 1},
    {"questionnaire/cycle", page_87, sizeof page_87 - 1},
    {"questionnaire/dates", page_88, sizeof page_88 - 1},
    {"questionnaire/dead-end", page_89, sizeof page_89 - 1},
    {"questionnaire/dead-rule", page_90, sizeof page_90 - 1},
    {"questionnaire/formula", page_91, sizeof page_91 - 1},
    {"questionnaire/gap", page_92, sizeof page_92 - 1},
    {"questionnaire/name", page_93, sizeof page_93 - 1},
    {"questionnaire/no-value", page_94, sizeof page_94 - 1},
    {"questionnaire/not-asked", page_95, sizeof page_95 - 1},
    {"questionnaire/not-yet", page_96, sizeof page_96 - 1},
    {"questionnaire/said", page_97, sizeof page_97 - 1},
    {"questionnaire/statement", page_98, sizeof page_98 - 1},
    {"questionnaire/too-large", page_99, sizeof page_99 - 1},
    {"questionnaire/type", page_100, sizeof page_100 - 1},
    {"questionnaire/undated-case", page_101, sizeof page_101 - 1},
    {"questionnaire/unknown-name", page_102, sizeof page_102 - 1},
    {"questionnaire/unreachable-outcome", page_103, sizeof page_103 - 1},
    {"questionnaire/unused-fact", page_104, sizeof page_104 - 1},
    {"questionnaire/unused-option", page_105, sizeof page_105 - 1},
    {"questionnaire/unused-question", page_106, sizeof page_106 - 1},
    {"questionnaire/unused-shared", page_107, sizeof page_107 - 1},
    {"site/navigation", page_108, sizeof page_108 - 1},
    {"site/no-front-page", page_109, sizeof page_109 - 1},
    {"site/no-index", page_110, sizeof page_110 - 1},
    {"site/no-settings", page_111, sizeof page_111 - 1},
    {"site/no-source", page_112, sizeof page_112 - 1},
    {"site/not-in-navigation", page_113, sizeof page_113 - 1},
    {"site/unknown-rule", page_114, sizeof page_114 - 1},
    {"template/blocked", page_115, sizeof page_115 - 1},
    {"template/circle", page_116, sizeof page_116 - 1},
    {"template/missing-key", page_117, sizeof page_117 - 1},
    {"template/missing-part", page_118, sizeof page_118 - 1},
    {"template/syntax", page_119, sizeof page_119 - 1},
    {"template/unknown-file", page_120, sizeof page_120 - 1},
    {"template/unknown-partial", page_121, sizeof page_121 - 1},
    {"template/untranslated", page_122, sizeof page_122 - 1},
    {"template/unused-words", page_123, sizeof page_123 - 1},
    {"template/word", page_124, sizeof page_124 - 1},
    {"value/dates", page_125, sizeof page_125 - 1},
    {"value/unknown", page_126, sizeof page_126 - 1},
    {"yaml/alias", page_127, sizeof page_127 - 1},
    {"yaml/anchor", page_128, sizeof page_128 - 1},
    {"yaml/comment", page_129, sizeof page_129 - 1},
    {"yaml/duplicate-key", page_130, sizeof page_130 - 1},
    {"yaml/empty", page_131, sizeof page_131 - 1},
    {"yaml/folded-list", page_132, sizeof page_132 - 1},
    {"yaml/id", page_133, sizeof page_133 - 1},
    {"yaml/key", page_134, sizeof page_134 - 1},
    {"yaml/merge", page_135, sizeof page_135 - 1},
    {"yaml/missing-field", page_136, sizeof page_136 - 1},
    {"yaml/second-document", page_137, sizeof page_137 - 1},
    {"yaml/syntax", page_138, sizeof page_138 - 1},
    {"yaml/tag", page_139, sizeof page_139 - 1},
    {"yaml/too-deep", page_140, sizeof page_140 - 1},
    {"yaml/too-large", page_141, sizeof page_141 - 1},
    {"yaml/type", page_142, sizeof page_142 - 1},
    {"yaml/unknown-field", page_143, sizeof page_143 - 1},
};

const struct rule_page *rule_pages(size_t *count) {
    *count = sizeof pages / sizeof *pages;
    return pages;
}
