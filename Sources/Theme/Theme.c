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
#embed "../../Templates/blocks/steps.mustache" suffix(,)
0};

static const unsigned char file_9[] = {
#embed "../../Templates/blocks/table.mustache" suffix(,)
0};

static const unsigned char file_10[] = {
#embed "../../Templates/due-for-review.mustache" suffix(,)
0};

static const unsigned char file_11[] = {
#embed "../../Templates/home.mustache" suffix(,)
0};

static const unsigned char file_12[] = {
#embed "../../Templates/icons/favicon.svg" suffix(,)
0};

static const unsigned char file_13[] = {
#embed "../../Templates/layout.mustache" suffix(,)
0};

static const unsigned char file_14[] = {
#embed "../../Templates/list.mustache" suffix(,)
0};

static const unsigned char file_15[] = {
#embed "../../Templates/not-found.mustache" suffix(,)
0};

static const unsigned char file_16[] = {
#embed "../../Templates/overview.mustache" suffix(,)
0};

static const unsigned char file_17[] = {
#embed "../../Templates/page.mustache" suffix(,)
0};

static const unsigned char file_18[] = {
#embed "../../Templates/parts/added.mustache" suffix(,)
0};

static const unsigned char file_19[] = {
#embed "../../Templates/parts/breadcrumbs.mustache" suffix(,)
0};

static const unsigned char file_20[] = {
#embed "../../Templates/parts/facts.mustache" suffix(,)
0};

static const unsigned char file_21[] = {
#embed "../../Templates/parts/footer.mustache" suffix(,)
0};

static const unsigned char file_22[] = {
#embed "../../Templates/parts/head.mustache" suffix(,)
0};

static const unsigned char file_23[] = {
#embed "../../Templates/parts/header.mustache" suffix(,)
0};

static const unsigned char file_24[] = {
#embed "../../Templates/parts/navigation-item.mustache" suffix(,)
0};

static const unsigned char file_25[] = {
#embed "../../Templates/parts/navigation.mustache" suffix(,)
0};

static const unsigned char file_26[] = {
#embed "../../Templates/parts/offers.mustache" suffix(,)
0};

static const unsigned char file_27[] = {
#embed "../../Templates/parts/outline.mustache" suffix(,)
0};

static const unsigned char file_28[] = {
#embed "../../Templates/parts/overview-item.mustache" suffix(,)
0};

static const unsigned char file_29[] = {
#embed "../../Templates/parts/overview-parts.mustache" suffix(,)
0};

static const unsigned char file_30[] = {
#embed "../../Templates/parts/overview.mustache" suffix(,)
0};

static const unsigned char file_31[] = {
#embed "../../Templates/parts/pager.mustache" suffix(,)
0};

static const unsigned char file_32[] = {
#embed "../../Templates/parts/policy-contents.mustache" suffix(,)
0};

static const unsigned char file_33[] = {
#embed "../../Templates/parts/question-choices.mustache" suffix(,)
0};

static const unsigned char file_34[] = {
#embed "../../Templates/parts/question-cites.mustache" suffix(,)
0};

static const unsigned char file_35[] = {
#embed "../../Templates/parts/question-links.mustache" suffix(,)
0};

static const unsigned char file_36[] = {
#embed "../../Templates/parts/question-outcome.mustache" suffix(,)
0};

static const unsigned char file_37[] = {
#embed "../../Templates/parts/question-outlook.mustache" suffix(,)
0};

static const unsigned char file_38[] = {
#embed "../../Templates/parts/question-rules.mustache" suffix(,)
0};

static const unsigned char file_39[] = {
#embed "../../Templates/parts/question-templates.mustache" suffix(,)
0};

static const unsigned char file_40[] = {
#embed "../../Templates/parts/question-trail.mustache" suffix(,)
0};

static const unsigned char file_41[] = {
#embed "../../Templates/parts/questionnaire-embed.mustache" suffix(,)
0};

static const unsigned char file_42[] = {
#embed "../../Templates/parts/related.mustache" suffix(,)
0};

static const unsigned char file_43[] = {
#embed "../../Templates/parts/rule-table.mustache" suffix(,)
0};

static const unsigned char file_44[] = {
#embed "../../Templates/parts/sources.mustache" suffix(,)
0};

static const unsigned char file_45[] = {
#embed "../../Templates/parts/title.mustache" suffix(,)
0};

static const unsigned char file_46[] = {
#embed "../../Templates/picture.mustache" suffix(,)
0};

static const unsigned char file_47[] = {
#embed "../../Templates/policy.mustache" suffix(,)
0};

static const unsigned char file_48[] = {
#embed "../../Templates/preview/boxes.mustache" suffix(,)
0};

static const unsigned char file_49[] = {
#embed "../../Templates/preview/finding.mustache" suffix(,)
0};

static const unsigned char file_50[] = {
#embed "../../Templates/preview/head.mustache" suffix(,)
0};

static const unsigned char file_51[] = {
#embed "../../Templates/preview/overview.mustache" suffix(,)
0};

static const unsigned char file_52[] = {
#embed "../../Templates/preview/preview.css" suffix(,)
0};

static const unsigned char file_53[] = {
#embed "../../Templates/preview/preview.js" suffix(,)
0};

static const unsigned char file_54[] = {
#embed "../../Templates/preview/rule.mustache" suffix(,)
0};

static const unsigned char file_55[] = {
#embed "../../Templates/preview/waiting.mustache" suffix(,)
0};

static const unsigned char file_56[] = {
#embed "../../Templates/proof.mustache" suffix(,)
0};

static const unsigned char file_57[] = {
#embed "../../Templates/question.mustache" suffix(,)
0};

static const unsigned char file_58[] = {
#embed "../../Templates/questionnaire.mustache" suffix(,)
0};

static const unsigned char file_59[] = {
#embed "../../Templates/questionnaires.mustache" suffix(,)
0};

static const unsigned char file_60[] = {
#embed "../../Templates/redirect.mustache" suffix(,)
0};

static const unsigned char file_61[] = {
#embed "../../Templates/result.mustache" suffix(,)
0};

static const unsigned char file_62[] = {
#embed "../../Templates/scripts/actions.js" suffix(,)
0};

static const unsigned char file_63[] = {
#embed "../../Templates/scripts/checklist-answers.js" suffix(,)
0};

static const unsigned char file_64[] = {
#embed "../../Templates/scripts/checklist-parts.js" suffix(,)
0};

static const unsigned char file_65[] = {
#embed "../../Templates/scripts/checklist-texts.js" suffix(,)
0};

static const unsigned char file_66[] = {
#embed "../../Templates/scripts/checklist.css" suffix(,)
0};

static const unsigned char file_67[] = {
#embed "../../Templates/scripts/checklist.js" suffix(,)
0};

static const unsigned char file_68[] = {
#embed "../../Templates/scripts/codes.js" suffix(,)
0};

static const unsigned char file_69[] = {
#embed "../../Templates/scripts/copied.css" suffix(,)
0};

static const unsigned char file_70[] = {
#embed "../../Templates/scripts/faq.js" suffix(,)
0};

static const unsigned char file_71[] = {
#embed "../../Templates/scripts/found.css" suffix(,)
0};

static const unsigned char file_72[] = {
#embed "../../Templates/scripts/found.js" suffix(,)
0};

static const unsigned char file_73[] = {
#embed "../../Templates/scripts/main.js" suffix(,)
0};

static const unsigned char file_74[] = {
#embed "../../Templates/scripts/notes.css" suffix(,)
0};

static const unsigned char file_75[] = {
#embed "../../Templates/scripts/notes.js" suffix(,)
0};

static const unsigned char file_76[] = {
#embed "../../Templates/scripts/offline.js" suffix(,)
0};

static const unsigned char file_77[] = {
#embed "../../Templates/scripts/parts.js" suffix(,)
0};

static const unsigned char file_78[] = {
#embed "../../Templates/scripts/picture.js" suffix(,)
0};

static const unsigned char file_79[] = {
#embed "../../Templates/scripts/plain.js" suffix(,)
0};

static const unsigned char file_80[] = {
#embed "../../Templates/scripts/policy.css" suffix(,)
0};

static const unsigned char file_81[] = {
#embed "../../Templates/scripts/policy.js" suffix(,)
0};

static const unsigned char file_82[] = {
#embed "../../Templates/scripts/products.js" suffix(,)
0};

static const unsigned char file_83[] = {
#embed "../../Templates/scripts/questionnaire-amounts-day.js" suffix(,)
0};

static const unsigned char file_84[] = {
#embed "../../Templates/scripts/questionnaire-amounts-number.js" suffix(,)
0};

static const unsigned char file_85[] = {
#embed "../../Templates/scripts/questionnaire-amounts.js" suffix(,)
0};

static const unsigned char file_86[] = {
#embed "../../Templates/scripts/questionnaire-answers.js" suffix(,)
0};

static const unsigned char file_87[] = {
#embed "../../Templates/scripts/questionnaire-changes.js" suffix(,)
0};

static const unsigned char file_88[] = {
#embed "../../Templates/scripts/questionnaire-complaint.js" suffix(,)
0};

static const unsigned char file_89[] = {
#embed "../../Templates/scripts/questionnaire-counts.js" suffix(,)
0};

static const unsigned char file_90[] = {
#embed "../../Templates/scripts/questionnaire-fields.js" suffix(,)
0};

static const unsigned char file_91[] = {
#embed "../../Templates/scripts/questionnaire-form.js" suffix(,)
0};

static const unsigned char file_92[] = {
#embed "../../Templates/scripts/questionnaire-formula.js" suffix(,)
0};

static const unsigned char file_93[] = {
#embed "../../Templates/scripts/questionnaire-held.js" suffix(,)
0};

static const unsigned char file_94[] = {
#embed "../../Templates/scripts/questionnaire-lacking.js" suffix(,)
0};

static const unsigned char file_95[] = {
#embed "../../Templates/scripts/questionnaire-left.js" suffix(,)
0};

static const unsigned char file_96[] = {
#embed "../../Templates/scripts/questionnaire-next.js" suffix(,)
0};

static const unsigned char file_97[] = {
#embed "../../Templates/scripts/questionnaire-nodes.js" suffix(,)
0};

static const unsigned char file_98[] = {
#embed "../../Templates/scripts/questionnaire-numbers.js" suffix(,)
0};

static const unsigned char file_99[] = {
#embed "../../Templates/scripts/questionnaire-others.js" suffix(,)
0};

static const unsigned char file_100[] = {
#embed "../../Templates/scripts/questionnaire-outlook.js" suffix(,)
0};

static const unsigned char file_101[] = {
#embed "../../Templates/scripts/questionnaire-page.js" suffix(,)
0};

static const unsigned char file_102[] = {
#embed "../../Templates/scripts/questionnaire-plain.js" suffix(,)
0};

static const unsigned char file_103[] = {
#embed "../../Templates/scripts/questionnaire-ranges.js" suffix(,)
0};

static const unsigned char file_104[] = {
#embed "../../Templates/scripts/questionnaire-reasons.js" suffix(,)
0};

static const unsigned char file_105[] = {
#embed "../../Templates/scripts/questionnaire-rest.js" suffix(,)
0};

static const unsigned char file_106[] = {
#embed "../../Templates/scripts/questionnaire-result.js" suffix(,)
0};

static const unsigned char file_107[] = {
#embed "../../Templates/scripts/questionnaire-search.js" suffix(,)
0};

static const unsigned char file_108[] = {
#embed "../../Templates/scripts/questionnaire-sums.js" suffix(,)
0};

static const unsigned char file_109[] = {
#embed "../../Templates/scripts/questionnaire-unmet.js" suffix(,)
0};

static const unsigned char file_110[] = {
#embed "../../Templates/scripts/questionnaire-view.js" suffix(,)
0};

static const unsigned char file_111[] = {
#embed "../../Templates/scripts/questionnaire-walk.js" suffix(,)
0};

static const unsigned char file_112[] = {
#embed "../../Templates/scripts/questionnaire.css" suffix(,)
0};

static const unsigned char file_113[] = {
#embed "../../Templates/scripts/questionnaire.js" suffix(,)
0};

static const unsigned char file_114[] = {
#embed "../../Templates/scripts/redirect.js" suffix(,)
0};

static const unsigned char file_115[] = {
#embed "../../Templates/scripts/search-codes.js" suffix(,)
0};

static const unsigned char file_116[] = {
#embed "../../Templates/scripts/search-engine.js" suffix(,)
0};

static const unsigned char file_117[] = {
#embed "../../Templates/scripts/search-entrance.js" suffix(,)
0};

static const unsigned char file_118[] = {
#embed "../../Templates/scripts/search-files.js" suffix(,)
0};

static const unsigned char file_119[] = {
#embed "../../Templates/scripts/search-guess.js" suffix(,)
0};

static const unsigned char file_120[] = {
#embed "../../Templates/scripts/search-results.js" suffix(,)
0};

static const unsigned char file_121[] = {
#embed "../../Templates/scripts/search-said.js" suffix(,)
0};

static const unsigned char file_122[] = {
#embed "../../Templates/scripts/search-snippet.js" suffix(,)
0};

static const unsigned char file_123[] = {
#embed "../../Templates/scripts/search-spelling.js" suffix(,)
0};

static const unsigned char file_124[] = {
#embed "../../Templates/scripts/search-words.js" suffix(,)
0};

static const unsigned char file_125[] = {
#embed "../../Templates/scripts/search.css" suffix(,)
0};

static const unsigned char file_126[] = {
#embed "../../Templates/scripts/search.js" suffix(,)
0};

static const unsigned char file_127[] = {
#embed "../../Templates/scripts/table.js" suffix(,)
0};

static const unsigned char file_128[] = {
#embed "../../Templates/scripts/tabs.js" suffix(,)
0};

static const unsigned char file_129[] = {
#embed "../../Templates/scripts/trusted.js" suffix(,)
0};

static const unsigned char file_130[] = {
#embed "../../Templates/search.mustache" suffix(,)
0};

static const unsigned char file_131[] = {
#embed "../../Templates/section.mustache" suffix(,)
0};

static const unsigned char file_132[] = {
#embed "../../Templates/service-worker.js" suffix(,)
0};

static const unsigned char file_133[] = {
#embed "../../Templates/styles/00-layers.css" suffix(,)
0};

static const unsigned char file_134[] = {
#embed "../../Templates/styles/10-palette.css" suffix(,)
0};

static const unsigned char file_135[] = {
#embed "../../Templates/styles/11-purpose.css" suffix(,)
0};

static const unsigned char file_136[] = {
#embed "../../Templates/styles/20-base.css" suffix(,)
0};

static const unsigned char file_137[] = {
#embed "../../Templates/styles/30-text.css" suffix(,)
0};

static const unsigned char file_138[] = {
#embed "../../Templates/styles/31-callout.css" suffix(,)
0};

static const unsigned char file_139[] = {
#embed "../../Templates/styles/32-table.css" suffix(,)
0};

static const unsigned char file_140[] = {
#embed "../../Templates/styles/40-frame.css" suffix(,)
0};

static const unsigned char file_141[] = {
#embed "../../Templates/styles/50-header.css" suffix(,)
0};

static const unsigned char file_142[] = {
#embed "../../Templates/styles/51-navigation.css" suffix(,)
0};

static const unsigned char file_143[] = {
#embed "../../Templates/styles/52-footer.css" suffix(,)
0};

static const unsigned char file_144[] = {
#embed "../../Templates/styles/53-search.css" suffix(,)
0};

static const unsigned char file_145[] = {
#embed "../../Templates/styles/60-cards.css" suffix(,)
0};

static const unsigned char file_146[] = {
#embed "../../Templates/styles/61-card-table.css" suffix(,)
0};

static const unsigned char file_147[] = {
#embed "../../Templates/styles/62-comparison.css" suffix(,)
0};

static const unsigned char file_148[] = {
#embed "../../Templates/styles/63-products.css" suffix(,)
0};

static const unsigned char file_149[] = {
#embed "../../Templates/styles/64-faq.css" suffix(,)
0};

static const unsigned char file_150[] = {
#embed "../../Templates/styles/65-lists.css" suffix(,)
0};

static const unsigned char file_151[] = {
#embed "../../Templates/styles/66-controls.css" suffix(,)
0};

static const unsigned char file_152[] = {
#embed "../../Templates/styles/67-notes.css" suffix(,)
0};

static const unsigned char file_153[] = {
#embed "../../Templates/styles/68-checklist.css" suffix(,)
0};

static const unsigned char file_154[] = {
#embed "../../Templates/styles/69-tabs.css" suffix(,)
0};

static const unsigned char file_155[] = {
#embed "../../Templates/styles/70-questionnaire.css" suffix(,)
0};

static const unsigned char file_156[] = {
#embed "../../Templates/styles/71-questionnaire-pages.css" suffix(,)
0};

static const unsigned char file_157[] = {
#embed "../../Templates/styles/72-outcome.css" suffix(,)
0};

static const unsigned char file_158[] = {
#embed "../../Templates/styles/80-media.css" suffix(,)
0};

static const unsigned char file_159[] = {
#embed "../../Templates/styles/90-print.css" suffix(,)
0};

static const unsigned char file_160[] = {
#embed "../../Templates/tabs.mustache" suffix(,)
0};

static const unsigned char file_161[] = {
#embed "../../Templates/who-sees-your-answers.mustache" suffix(,)
0};

static const unsigned char file_162[] = {
#embed "../../Templates/words/de.yaml" suffix(,)
0};

static const unsigned char file_163[] = {
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
    {"blocks/steps.mustache", file_8, sizeof file_8 - 1},
    {"blocks/table.mustache", file_9, sizeof file_9 - 1},
    {"due-for-review.mustache", file_10, sizeof file_10 - 1},
    {"home.mustache", file_11, sizeof file_11 - 1},
    {"icons/favicon.svg", file_12, sizeof file_12 - 1},
    {"layout.mustache", file_13, sizeof file_13 - 1},
    {"list.mustache", file_14, sizeof file_14 - 1},
    {"not-found.mustache", file_15, sizeof file_15 - 1},
    {"overview.mustache", file_16, sizeof file_16 - 1},
    {"page.mustache", file_17, sizeof file_17 - 1},
    {"parts/added.mustache", file_18, sizeof file_18 - 1},
    {"parts/breadcrumbs.mustache", file_19, sizeof file_19 - 1},
    {"parts/facts.mustache", file_20, sizeof file_20 - 1},
    {"parts/footer.mustache", file_21, sizeof file_21 - 1},
    {"parts/head.mustache", file_22, sizeof file_22 - 1},
    {"parts/header.mustache", file_23, sizeof file_23 - 1},
    {"parts/navigation-item.mustache", file_24, sizeof file_24 - 1},
    {"parts/navigation.mustache", file_25, sizeof file_25 - 1},
    {"parts/offers.mustache", file_26, sizeof file_26 - 1},
    {"parts/outline.mustache", file_27, sizeof file_27 - 1},
    {"parts/overview-item.mustache", file_28, sizeof file_28 - 1},
    {"parts/overview-parts.mustache", file_29, sizeof file_29 - 1},
    {"parts/overview.mustache", file_30, sizeof file_30 - 1},
    {"parts/pager.mustache", file_31, sizeof file_31 - 1},
    {"parts/policy-contents.mustache", file_32, sizeof file_32 - 1},
    {"parts/question-choices.mustache", file_33, sizeof file_33 - 1},
    {"parts/question-cites.mustache", file_34, sizeof file_34 - 1},
    {"parts/question-links.mustache", file_35, sizeof file_35 - 1},
    {"parts/question-outcome.mustache", file_36, sizeof file_36 - 1},
    {"parts/question-outlook.mustache", file_37, sizeof file_37 - 1},
    {"parts/question-rules.mustache", file_38, sizeof file_38 - 1},
    {"parts/question-templates.mustache", file_39, sizeof file_39 - 1},
    {"parts/question-trail.mustache", file_40, sizeof file_40 - 1},
    {"parts/questionnaire-embed.mustache", file_41, sizeof file_41 - 1},
    {"parts/related.mustache", file_42, sizeof file_42 - 1},
    {"parts/rule-table.mustache", file_43, sizeof file_43 - 1},
    {"parts/sources.mustache", file_44, sizeof file_44 - 1},
    {"parts/title.mustache", file_45, sizeof file_45 - 1},
    {"picture.mustache", file_46, sizeof file_46 - 1},
    {"policy.mustache", file_47, sizeof file_47 - 1},
    {"preview/boxes.mustache", file_48, sizeof file_48 - 1},
    {"preview/finding.mustache", file_49, sizeof file_49 - 1},
    {"preview/head.mustache", file_50, sizeof file_50 - 1},
    {"preview/overview.mustache", file_51, sizeof file_51 - 1},
    {"preview/preview.css", file_52, sizeof file_52 - 1},
    {"preview/preview.js", file_53, sizeof file_53 - 1},
    {"preview/rule.mustache", file_54, sizeof file_54 - 1},
    {"preview/waiting.mustache", file_55, sizeof file_55 - 1},
    {"proof.mustache", file_56, sizeof file_56 - 1},
    {"question.mustache", file_57, sizeof file_57 - 1},
    {"questionnaire.mustache", file_58, sizeof file_58 - 1},
    {"questionnaires.mustache", file_59, sizeof file_59 - 1},
    {"redirect.mustache", file_60, sizeof file_60 - 1},
    {"result.mustache", file_61, sizeof file_61 - 1},
    {"scripts/actions.js", file_62, sizeof file_62 - 1},
    {"scripts/checklist-answers.js", file_63, sizeof file_63 - 1},
    {"scripts/checklist-parts.js", file_64, sizeof file_64 - 1},
    {"scripts/checklist-texts.js", file_65, sizeof file_65 - 1},
    {"scripts/checklist.css", file_66, sizeof file_66 - 1},
    {"scripts/checklist.js", file_67, sizeof file_67 - 1},
    {"scripts/codes.js", file_68, sizeof file_68 - 1},
    {"scripts/copied.css", file_69, sizeof file_69 - 1},
    {"scripts/faq.js", file_70, sizeof file_70 - 1},
    {"scripts/found.css", file_71, sizeof file_71 - 1},
    {"scripts/found.js", file_72, sizeof file_72 - 1},
    {"scripts/main.js", file_73, sizeof file_73 - 1},
    {"scripts/notes.css", file_74, sizeof file_74 - 1},
    {"scripts/notes.js", file_75, sizeof file_75 - 1},
    {"scripts/offline.js", file_76, sizeof file_76 - 1},
    {"scripts/parts.js", file_77, sizeof file_77 - 1},
    {"scripts/picture.js", file_78, sizeof file_78 - 1},
    {"scripts/plain.js", file_79, sizeof file_79 - 1},
    {"scripts/policy.css", file_80, sizeof file_80 - 1},
    {"scripts/policy.js", file_81, sizeof file_81 - 1},
    {"scripts/products.js", file_82, sizeof file_82 - 1},
    {"scripts/questionnaire-amounts-day.js", file_83, sizeof file_83 - 1},
    {"scripts/questionnaire-amounts-number.js", file_84, sizeof file_84 - 1},
    {"scripts/questionnaire-amounts.js", file_85, sizeof file_85 - 1},
    {"scripts/questionnaire-answers.js", file_86, sizeof file_86 - 1},
    {"scripts/questionnaire-changes.js", file_87, sizeof file_87 - 1},
    {"scripts/questionnaire-complaint.js", file_88, sizeof file_88 - 1},
    {"scripts/questionnaire-counts.js", file_89, sizeof file_89 - 1},
    {"scripts/questionnaire-fields.js", file_90, sizeof file_90 - 1},
    {"scripts/questionnaire-form.js", file_91, sizeof file_91 - 1},
    {"scripts/questionnaire-formula.js", file_92, sizeof file_92 - 1},
    {"scripts/questionnaire-held.js", file_93, sizeof file_93 - 1},
    {"scripts/questionnaire-lacking.js", file_94, sizeof file_94 - 1},
    {"scripts/questionnaire-left.js", file_95, sizeof file_95 - 1},
    {"scripts/questionnaire-next.js", file_96, sizeof file_96 - 1},
    {"scripts/questionnaire-nodes.js", file_97, sizeof file_97 - 1},
    {"scripts/questionnaire-numbers.js", file_98, sizeof file_98 - 1},
    {"scripts/questionnaire-others.js", file_99, sizeof file_99 - 1},
    {"scripts/questionnaire-outlook.js", file_100, sizeof file_100 - 1},
    {"scripts/questionnaire-page.js", file_101, sizeof file_101 - 1},
    {"scripts/questionnaire-plain.js", file_102, sizeof file_102 - 1},
    {"scripts/questionnaire-ranges.js", file_103, sizeof file_103 - 1},
    {"scripts/questionnaire-reasons.js", file_104, sizeof file_104 - 1},
    {"scripts/questionnaire-rest.js", file_105, sizeof file_105 - 1},
    {"scripts/questionnaire-result.js", file_106, sizeof file_106 - 1},
    {"scripts/questionnaire-search.js", file_107, sizeof file_107 - 1},
    {"scripts/questionnaire-sums.js", file_108, sizeof file_108 - 1},
    {"scripts/questionnaire-unmet.js", file_109, sizeof file_109 - 1},
    {"scripts/questionnaire-view.js", file_110, sizeof file_110 - 1},
    {"scripts/questionnaire-walk.js", file_111, sizeof file_111 - 1},
    {"scripts/questionnaire.css", file_112, sizeof file_112 - 1},
    {"scripts/questionnaire.js", file_113, sizeof file_113 - 1},
    {"scripts/redirect.js", file_114, sizeof file_114 - 1},
    {"scripts/search-codes.js", file_115, sizeof file_115 - 1},
    {"scripts/search-engine.js", file_116, sizeof file_116 - 1},
    {"scripts/search-entrance.js", file_117, sizeof file_117 - 1},
    {"scripts/search-files.js", file_118, sizeof file_118 - 1},
    {"scripts/search-guess.js", file_119, sizeof file_119 - 1},
    {"scripts/search-results.js", file_120, sizeof file_120 - 1},
    {"scripts/search-said.js", file_121, sizeof file_121 - 1},
    {"scripts/search-snippet.js", file_122, sizeof file_122 - 1},
    {"scripts/search-spelling.js", file_123, sizeof file_123 - 1},
    {"scripts/search-words.js", file_124, sizeof file_124 - 1},
    {"scripts/search.css", file_125, sizeof file_125 - 1},
    {"scripts/search.js", file_126, sizeof file_126 - 1},
    {"scripts/table.js", file_127, sizeof file_127 - 1},
    {"scripts/tabs.js", file_128, sizeof file_128 - 1},
    {"scripts/trusted.js", file_129, sizeof file_129 - 1},
    {"search.mustache", file_130, sizeof file_130 - 1},
    {"section.mustache", file_131, sizeof file_131 - 1},
    {"service-worker.js", file_132, sizeof file_132 - 1},
    {"styles/00-layers.css", file_133, sizeof file_133 - 1},
    {"styles/10-palette.css", file_134, sizeof file_134 - 1},
    {"styles/11-purpose.css", file_135, sizeof file_135 - 1},
    {"styles/20-base.css", file_136, sizeof file_136 - 1},
    {"styles/30-text.css", file_137, sizeof file_137 - 1},
    {"styles/31-callout.css", file_138, sizeof file_138 - 1},
    {"styles/32-table.css", file_139, sizeof file_139 - 1},
    {"styles/40-frame.css", file_140, sizeof file_140 - 1},
    {"styles/50-header.css", file_141, sizeof file_141 - 1},
    {"styles/51-navigation.css", file_142, sizeof file_142 - 1},
    {"styles/52-footer.css", file_143, sizeof file_143 - 1},
    {"styles/53-search.css", file_144, sizeof file_144 - 1},
    {"styles/60-cards.css", file_145, sizeof file_145 - 1},
    {"styles/61-card-table.css", file_146, sizeof file_146 - 1},
    {"styles/62-comparison.css", file_147, sizeof file_147 - 1},
    {"styles/63-products.css", file_148, sizeof file_148 - 1},
    {"styles/64-faq.css", file_149, sizeof file_149 - 1},
    {"styles/65-lists.css", file_150, sizeof file_150 - 1},
    {"styles/66-controls.css", file_151, sizeof file_151 - 1},
    {"styles/67-notes.css", file_152, sizeof file_152 - 1},
    {"styles/68-checklist.css", file_153, sizeof file_153 - 1},
    {"styles/69-tabs.css", file_154, sizeof file_154 - 1},
    {"styles/70-questionnaire.css", file_155, sizeof file_155 - 1},
    {"styles/71-questionnaire-pages.css", file_156, sizeof file_156 - 1},
    {"styles/72-outcome.css", file_157, sizeof file_157 - 1},
    {"styles/80-media.css", file_158, sizeof file_158 - 1},
    {"styles/90-print.css", file_159, sizeof file_159 - 1},
    {"tabs.mustache", file_160, sizeof file_160 - 1},
    {"who-sees-your-answers.mustache", file_161, sizeof file_161 - 1},
    {"words/de.yaml", file_162, sizeof file_162 - 1},
    {"words/en.yaml", file_163, sizeof file_163 - 1},
};

const struct theme_file *theme_files(size_t *count) {
    *count = sizeof files / sizeof *files;
    return files;
}
